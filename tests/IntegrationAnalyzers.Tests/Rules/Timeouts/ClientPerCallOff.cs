using System.Collections.Generic;
using IntegrationAnalyzers.Tests.Verification;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>
/// IA1001 as a team has it that turned IA1006 off, which else speaks for it about a client made for one call. What the two say together is in
/// <see cref="IA1006ClientPerCallTests"/>.
/// </summary>
internal sealed class ClientPerCallOff : IRuleSetting
{
    public static IReadOnlyDictionary<string, string> Lines { get; } = new Dictionary<string, string> { ["dotnet_diagnostic.IA1006.severity"] = "none" };
}
