using System;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model;

/// <summary>What a project is for, by what it references and names: tests, a library, a program with windows. Each answer is read when it is first asked for.</summary>
internal sealed class ProjectRole(Compilation compilation)
{
    private readonly Lazy<HeldTests> _tests = new(() => HeldTests.Of(compilation));
    private readonly Lazy<bool> _hasConfiguration = new(() => ConfigurationApis.Any(compilation));
    private readonly Lazy<bool> _readsConfiguration = new(() => ConfigurationApis.IsRead(compilation));
    private readonly Lazy<bool> _hasWindows = new(() => DesktopApis.Any(compilation));
    private readonly Lazy<bool> _isPageOfItsHost = new(() => HandlerTypes.CallsHostOfPage(compilation));

    /// <summary>Whether it is a project of tests: rules about production values are quiet there.</summary>
    public bool IsTest => _tests.Value.AreAll;

    /// <summary>Whether the file is one of tests that stand beside a server in its project: no rule looks at it that is quiet in projects of tests.</summary>
    public bool IsTestBesideServer(SyntaxTree tree) => _tests.Value.AreIn(tree);

    /// <summary>Whether the file is one of tests, of a project of tests or beside a server.</summary>
    public bool IsTestCode(SyntaxTree tree) => IsTest || IsTestBesideServer(tree);

    /// <summary>Whether it is a library, whose callers may override what it sets by default.</summary>
    public bool IsLibrary => compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule;

    /// <summary>Whether it runs in a browser and its client calls the server that the page came from: both ends are one program.</summary>
    public bool IsPageOfItsHost => _isPageOfItsHost.Value;

    /// <summary>Whether it references a library from which a setting could come.</summary>
    public bool HasConfiguration => _hasConfiguration.Value;

    /// <summary>Whether some of its code reads a setting, or builds the host that brings them.</summary>
    public bool ReadsConfiguration => HasConfiguration && _readsConfiguration.Value;

    /// <summary>Whether it references a library of windows: it serves the person in front of it, at that person's pace.</summary>
    public bool HasWindows => _hasWindows.Value;

    /// <summary>Whether it is a library made for the provider at this host, whose address is part of it.</summary>
    public bool IsClientOf(string host) => IsLibrary && ProviderClients.IsNamedFor(compilation.AssemblyName, host);
}
