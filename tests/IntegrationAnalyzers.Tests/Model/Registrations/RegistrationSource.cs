using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.Tests.Model.Registrations;

/// <summary>Source that compiles, for a look at its registrations without any rule.</summary>
internal sealed class RegistrationSource
{
    public const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Http.Resilience;
        using Polly;
        using Polly.Extensions.Http;
        using Refit;

        """;

    public RegistrationSource(params string[] files)
        : this(TestReferences.Default, files)
    {
    }

    public RegistrationSource(TestReferences references, params string[] files)
    {
        var trees = files.Select((file, i) => CSharpSyntaxTree.ParseText(Usings + file, new CSharpParseOptions(LanguageVersion.Latest), $"/0/Source{i}.cs"));
        Compilation = CSharpCompilation.Create(
            "Source", trees, references.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = Compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join("\n", errors));
        Registrations = IntegrationModel.For(Compilation).Registrations;
    }

    public Compilation Compilation { get; }

    public ClientRegistrations Registrations { get; }

    public ImmutableArray<ClientRegistration> All => Registrations.All(default);

    public ClientRegistration Only => All.Single();

    public RegisteredClient Client => Registrations.Clients(default).Single();

    /// <summary>A class with one method that registers, and whatever else the test brings.</summary>
    public static RegistrationSource Of(string registering, string rest = "") =>
        new("static class Registering { public static void Register(IServiceCollection services, IConfiguration configuration) { " + registering + " } }\n" + rest);

    public IEnumerable<string> Calls(RegisteredClient client) => Registrations.Calls(client, default).Select(static c => c.Operation.Syntax.ToString());
}
