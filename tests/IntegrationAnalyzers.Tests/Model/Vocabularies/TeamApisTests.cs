using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Vocabularies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Vocabularies;

public sealed class TeamApisTests
{
    private const string Code = """
        namespace Acme
        {
            public class Outer<T>
            {
                public class Inner { public virtual void Send<U>(U value) { } }
            }

            public interface IPort { void Post(); }

            public sealed class Port : IPort { void IPort.Post() { } public void Extra() { } }

            public sealed class Special : Outer<int>.Inner { public override void Send<U>(U value) { } }

            public static class Extensions { public static void Push(this string text) { } }
        }
        """;

    [Theory]
    [InlineData("Acme.Outer`1+Inner", "Send", "call POST Acme.Outer.Inner.Send", "Yes")]
    [InlineData("Acme.Outer`1+Inner", "Send", "call POST Acme.Inner.Send", "Unknown")]
    [InlineData("Acme.Special", "Send", "call POST Acme.Outer.Inner.Send", "Yes")]
    [InlineData("Acme.Special", "Send", "call POST Acme.Outer.*\n!call Acme.Special.*", "No")]
    [InlineData("Acme.Special", "Send", "call POST Acme.Special.*\n!call Acme.Outer.Inner.Send", "Yes")]
    [InlineData("Acme.Special", "Send", "!call Acme.*\nretry Acme.Special.Send", "No")]
    [InlineData("Acme.Port", "Acme.IPort.Post", "call PUT Acme.IPort.Post", "Yes")]
    [InlineData("Acme.Port", "Extra", "call PUT Acme.IPort.*", "Unknown")]
    [InlineData("Acme.Extensions", "Push", "call PUT Acme.Extensions.Push", "Yes")]
    [InlineData("Acme.Extensions", "Push", "retry Acme.Extensions.Push", "Unknown")]
    public void Method_IsWhatTheLastLineOfTheNearestDeclarationSays(string type, string name, string vocabulary, string expected)
    {
        var compilation = new ModelSource(Code).Compilation;
        var method = compilation.GetTypeByMetadataName(type)!.GetMembers(name).OfType<IMethodSymbol>().Single();
        var team = new TeamApis(new Vocabulary([VocabularyFile.Read("/0/" + VocabularyFile.Name, SourceText.From(vocabulary))]));
        Assert.Equal(expected, team.Is(VocabularyKind.Call, method).ToString());
        Assert.Equal(expected, team.Is(VocabularyKind.Call, method).ToString());
    }

    [Fact]
    public void Model_IsMadeOnceAVocabulary()
    {
        var compilation = new ModelSource(Code).Compilation;
        var without = IntegrationModel.For(compilation, Options(null));
        Assert.Same(without, IntegrationModel.For(compilation));
        Assert.Same(without, IntegrationModel.For(compilation, Options(null)));
        Assert.Same(TeamApis.None, without.Team);

        var text = SourceText.From("retry Acme.Port.Extra");
        var with = IntegrationModel.For(compilation, Options(text));
        Assert.True(with.Team.Has(VocabularyKind.Retry));
        Assert.Same(with, IntegrationModel.For(compilation, Options(text)));
        Assert.Same(with, IntegrationModel.For(compilation));

        Assert.False(IntegrationModel.For(compilation, Options(SourceText.From("status Acme.Port.Extra"))).Team.Has(VocabularyKind.Retry));
    }

    private static AnalyzerOptions Options(SourceText? vocabulary) =>
        new(vocabulary is null ? ImmutableArray<AdditionalText>.Empty : ImmutableArray.Create<AdditionalText>(new File(vocabulary)));

    private sealed class File(SourceText text) : AdditionalText
    {
        public override string Path => "/0/" + VocabularyFile.Name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}
