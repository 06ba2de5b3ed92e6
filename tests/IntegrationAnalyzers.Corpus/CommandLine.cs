using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;

namespace IntegrationAnalyzers.Corpus;

/// <summary>The arguments of the program, and what they say of themselves under <c>--help</c>.</summary>
internal sealed class CommandLine
{
    private readonly Argument<string[]> _folders = new("folder")
    {
        Description = "One or several folders of C#; each is one row of the table.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _rules = new("--rule")
    {
        Description = "Runs only these rules (IA1001); may be repeated.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _fix = new("--fix") { Description = "Applies every fix of every report to a copy, then Fix All, and checks the outcome." };
    private readonly Option<bool> _show = new("--show") { Description = "With --fix: prints what each fix changes." };
    private readonly Option<bool> _list = new("--list") { Description = "Lists each report with its source lines." };
    private readonly Option<int> _context = new("--context") { Description = "Source lines before and after each listed report.", DefaultValueFactory = _ => 0 };
    private readonly Option<int?> _sample = new("--sample") { Description = "Lists this many reports of each rule, chosen at random over all folders." };
    private readonly Option<int> _seed = new("--seed") { Description = "Seed of --sample.", DefaultValueFactory = _ => 1 };

    private readonly Option<int> _timing = new("--timing")
    {
        Description = "Measures each project this many times after a warm-up and takes the median (3 when no number is given).",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = static result => result.Tokens is [var token] ? Number(result, token.Value) : 3,
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<bool> _compiling = new("--compiling") { Description = "With --timing: takes out what does not compile, so that the compiler emits what is measured." };
    private readonly Option<bool> _parallel = new("--parallel") { Description = "Runs the rules concurrently; measured times are then no one rule's own." };
    private readonly Option<bool> _quick = new("--quick") { Description = "Measures nothing." };
    private readonly Option<bool> _errors = new("--errors") { Description = "Lists the commonest compile errors of each folder." };
    private readonly Option<string?> _json = new("--json") { Description = "Writes everything found to this file." };
    private readonly Option<string?> _sarif = new("--sarif") { Description = "Writes the reports to this file as SARIF 2.1." };
    private readonly Option<string?> _markdown = new("--markdown") { Description = "Writes the summary to this file as Markdown tables." };
    private readonly Option<string[]> _credData = new("--creddata")
    {
        Description = "Scores IA3001 and IA3002 on the C# rows of CredData: its checkout, and a folder of its repositories, each named owner+name.",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _juliet = new("--juliet") { Description = "Scores IA3001 and IA3002 on the hard-coded passwords and keys of the Juliet C# suite in this folder." };
    private readonly Option<string[]> _beside = new("--beside") { Description = "Runs the analyzers of this assembly in the same run, for comparison; may be repeated." };

    private readonly Option<string[]> _besideRules = new("--beside-rules")
    {
        Description = "The rules of --beside that are run, separated by commas.",
        CustomParser = static result => [.. result.Tokens.SelectMany(static token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<string[]> _additional = new("--additional") { Description = "Hands this file to all analyzers as an additional file; may be repeated." };
    private readonly Option<string[]> _set = new("--set") { Description = "Sets an analyzer option, key=value, for all files; may be repeated." };
    private readonly Option<int?> _fuzz = new("--fuzz") { Description = "Runs all rules on this many broken copies of the folders' files (--seed says which); lists exceptions, hangs and changing reports." };
    private readonly Option<bool> _together = new("--together") { Description = "With --fuzz: breaks many files of a project at once and analyzes the whole." };
    private readonly Option<string?> _mutant = new("--mutant") { Description = "Runs one broken copy again, file#seed as --fuzz named it, and prints it." };
    private readonly Option<int?> _repeat = new("--repeat") { Description = "Analyzes everything this many times, concurrently and with the files in other orders; lists reports that differ." };
    private readonly Option<bool> _latency = new("--latency") { Description = "Measures keystrokes in files of each folder's largest project: the time to the file's reports, and what is done again." };
    private readonly Option<bool> _growth = new("--growth") { Description = "Measures a generated project, once to eight times over; needs no folder." };
    private readonly Option<bool> _compare = new("--compare") { Description = "Measures our rules and those of each --beside (an assembly, or a folder of them) one after the other; with --timing." };
    private readonly RootCommand _command = new("Runs all analyzers and fixes over any folder of C# code, buildable or not.");

    public CommandLine()
    {
        _command.Add(_folders);
        foreach (var option in new Option[]
                 {
                     _rules, _fix, _show, _list, _context, _sample, _seed, _timing, _compiling, _parallel, _quick, _errors, _json, _sarif, _markdown,
                     _credData, _juliet, _beside, _besideRules, _additional, _set, _fuzz, _together, _mutant, _repeat, _latency, _growth, _compare,
                 })
        {
            _command.Add(option);
        }

        _folders.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens)
            {
                if (!Directory.Exists(token.Value))
                    result.AddError($"There is no folder '{token.Value}'.");
            }
        });
        _command.Validators.Add(result =>
        {
            if (result.GetValue(_folders) is not { Length: > 0 } && result.GetResult(_credData) is null && result.GetResult(_juliet) is null && !result.GetValue(_growth))
                result.AddError("Required argument missing: a folder, --creddata, --juliet or --growth.");
        });
        AtLeast(_context, 0);
        AtLeast(_seed, int.MinValue);
        AtLeast(_fuzz, 1);
        AtLeast(_repeat, 1);
        _mutant.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !(token.Value.Split('#') is [_, .., var seed] && int.TryParse(seed, out _)))
                result.AddError("--mutant needs a file and a seed: folder/File.cs#1.");
        });
        _sample.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var count) || count < 1))
                result.AddError("--sample needs a number from 1.");
        });
    }

    /// <summary>Runs <paramref name="run"/> with the options, or prints help or what is wrong; returns the exit code.</summary>
    public int Invoke(string[] arguments, Func<CorpusOptions, int> run)
    {
        _command.SetAction(result => run(Options(result)));
        var parsed = _command.Parse(arguments);
        var exitCode = parsed.Invoke();
        return parsed.Errors.Count > 0 ? ExitCode.BadArguments : exitCode;
    }

    private CorpusOptions Options(ParseResult result) => new()
    {
        Folders = [.. (result.GetValue(_folders) ?? []).Select(Path.GetFullPath).Select(Path.TrimEndingDirectorySeparator)],
        Rules = [.. (result.GetValue(_rules) ?? []).Select(static id => id.ToUpperInvariant())],
        Fix = result.GetValue(_fix),
        Show = result.GetValue(_show),
        List = result.GetValue(_list),
        Context = result.GetValue(_context),
        Sample = result.GetValue(_sample),
        Seed = result.GetValue(_seed),
        Timing = result.GetValue(_timing),
        Compiling = result.GetValue(_compiling),
        Parallel = result.GetValue(_parallel),
        Quick = result.GetValue(_quick),
        Errors = result.GetValue(_errors),
        Json = result.GetValue(_json),
        Sarif = result.GetValue(_sarif),
        Markdown = result.GetValue(_markdown),
        CredData = result.GetValue(_credData) is [var metadata, var repositories] ? (metadata, repositories) : null,
        Juliet = result.GetValue(_juliet),
        Beside = [.. (result.GetValue(_beside) ?? []).Select(Path.GetFullPath)],
        BesideRules = [.. result.GetValue(_besideRules) ?? []],
        Additional = [.. (result.GetValue(_additional) ?? []).Select(Path.GetFullPath)],
        Set = [.. (result.GetValue(_set) ?? []).Select(static pair => pair.Split('=', 2)).Select(static pair => (pair[0].Trim(), pair.Length > 1 ? pair[1].Trim() : ""))],
        Fuzz = result.GetValue(_fuzz),
        Together = result.GetValue(_together),
        Mutant = result.GetValue(_mutant),
        Repeat = result.GetValue(_repeat),
        Latency = result.GetValue(_latency),
        Growth = result.GetValue(_growth),
        Compare = result.GetValue(_compare),
    };

    private static int Number(ArgumentResult result, string text)
    {
        if (int.TryParse(text, out var number) && number > 0)
            return number;
        result.AddError("--timing needs a number from 1.");
        return 0;
    }

    private static void AtLeast<T>(Option<T> option, int least) =>
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var number) || number < least))
                result.AddError($"{option.Name} needs a number{(least == 0 ? " from 0" : least == 1 ? " from 1" : "")}.");
        });
}
