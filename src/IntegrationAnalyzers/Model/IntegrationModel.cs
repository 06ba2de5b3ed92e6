using System.Runtime.CompilerServices;
using System.Threading;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model;

/// <summary>
/// What one compilation is to an integration: made once a compilation, shared by all rules, every part of it read on first use.
/// </summary>
internal sealed class IntegrationModel
{
    private static readonly ConditionalWeakTable<Compilation, IntegrationModel> Models = new();
    private static int _created;

    private IntegrationModel(Compilation compilation)
    {
        Interlocked.Increment(ref _created);
        Compilation = compilation;
        HasIntegrationLibrary = IntegrationLibraries.AnyReferencedBy(compilation);
    }

    /// <summary>How many models this process has made; tests hold that it is one a compilation.</summary>
    public static int Created => Volatile.Read(ref _created);

    public Compilation Compilation { get; }

    /// <summary>Whether the compilation references any library by which a call can leave the process.</summary>
    public bool HasIntegrationLibrary { get; }

    public static IntegrationModel For(Compilation compilation) => Models.GetValue(compilation, static c => new IntegrationModel(c));
}
