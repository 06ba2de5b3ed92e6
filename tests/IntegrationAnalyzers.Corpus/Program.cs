using System;
using System.Threading;
using IntegrationAnalyzers.Corpus;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};

return new CommandLine().Invoke(args, options =>
    new CorpusRun(options, Console.Out, Console.Error).RunAsync(cancellation.Token).GetAwaiter().GetResult());
