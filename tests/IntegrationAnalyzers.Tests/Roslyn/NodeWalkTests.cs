using System.Collections.Generic;
using System.Linq;
using System.Text;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntegrationAnalyzers.Tests.Roslyn;

public sealed class NodeWalkTests
{
    [Theory]
    [InlineData("class C { [A] int this[int i = 1, params int[] x] { [B] get => 1; set { } } [field: D] event E e { add { } remove { } } int f [ 3 ]; }")]
    [InlineData("[assembly: A(B = 1)] using static X; [A] int L([P] int x = 2) => x; [A] ; [A] { } [A] if (a) b(); else c(); [A] return; [A] int y = 1; [A] M();")]
    [InlineData("var x = from a in b where a is { P: > 1 } orderby a select new { a, Z = (int)a }; F(n: out var q, ref w, [1, ..x], x[^1..2], $\"{x:y} {z,3}\", d ??= e, a?.b?[1]!, \"u\"u8);")]
    [InlineData("class C(int x) : B(x), I { C() : this(1) { } ~C() { } public static C operator +(C a, C b) => new(1) { P = { 1, 2 }, [3] = 4 }; record R<T>(T A) where T : class; }")]
    [InlineData("class C { T I.M<T>(int a = 1) where T : new() { try { throw; } catch (E e) when (e is F) { throw e; } catch { } finally { x ??= !a && b || c == d; } } int P => 1; int I.Q { get; } = 2; }")]
    [InlineData("class C { [A] int M([P] int a) => a; [A] int f = 1, g; } F(async x => { [A] try { } finally { } }, static x => x, [A] (x) => x, delegate (int y) { return; });")]
    [InlineData("class { void ( { if ( x. ; foo( a, , b ; } ] = => new { ")]
    [InlineData("")]
    public void OfAnyKindOfCode_IsTheFrameworksWalk(string code) => AssertSame(CSharpSyntaxTree.ParseText(code).GetRoot());

    [Fact]
    public void ThousandsOfOperatorsDeep_IsTheFrameworksWalk()
    {
        var code = new StringBuilder("var x = 0");
        for (var i = 0; i < 3000; i++)
            code.Append(" + f(").Append(i).Append(')');
        AssertSame(CSharpSyntaxTree.ParseText(code.Append(';').ToString()).GetRoot());
    }

    internal static void AssertSame(SyntaxNode root)
    {
        var walked = new List<SyntaxNode>();
        new NodeWalk(walked.Add).Below(root);
        Assert.Equal(root.DescendantNodes(), walked);
    }
}
