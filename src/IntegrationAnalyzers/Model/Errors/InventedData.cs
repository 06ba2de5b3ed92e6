using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// Data made up in place of what an upstream should have given: by a generator of mocks, or by chance (<c>$"{project}-{Random.Shared.Next()}"</c>). Whoever gets them cannot tell
/// them from true ones, unless the object says so or somebody has asked for them.
/// </summary>
internal static class InventedData
{
    private static readonly HashSet<string> Words =
        new(StringComparer.OrdinalIgnoreCase) { "mock", "mocks", "mocked", "fake", "fakes", "faked", "dummy", "simulate", "simulated", "simulation", "synthetic" };

    /// <summary>Words by which a mode, a member or a text says that what is given is not true.</summary>
    private static readonly HashSet<string> TellingWords = new(
        [.. Words, "demo", "sample", "samples", "test", "tests", "testing", "offline", "fallback", "estimate", "estimated", "placeholder", "sandbox", "development", "debug", "local", "dev", "simulator"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the value is made up, and neither it nor the code round it says so to whoever gets it.</summary>
    public static bool Is(IOperation value, CatchShape shape) => IsMade(value) && !SaysSo(value) && !IsAskedFor(value) && !IsAnnounced(shape);

    /// <summary><c>if (!prices.Any()) prices = GenerateMockPrices();</c> behind the <c>try</c> that should have given them.</summary>
    public static bool FillsIn(IOperation statement, CatchShape shape)
    {
        foreach (var operation in statement.Tree())
        {
            var made = operation switch
            {
                IAssignmentOperation { Kind: OperationKind.SimpleAssignment or OperationKind.CoalesceAssignment, Target: ILocalReferenceOperation { Local: var local } } given
                    when TriedLocals.IsAssignedIn(shape.Try.Body, local) => given.Value,
                IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } returned } => returned,
                _ => null,
            };
            if (made is not null && Is(made, shape))
                return true;
        }

        return false;
    }

    private static bool IsMade(IOperation value)
    {
        foreach (var operation in value.Tree())
        {
            switch (operation)
            {
                case IInvocationOperation call when IsNamed(call.TargetMethod.Name) || IsByChance(call, value):
                case IMemberReferenceOperation { Member: { IsStatic: true } member } when IsNamed(member.Name) || IsNamed(member.ContainingType.Name):
                case IFieldReferenceOperation { Field: var field } when IsNamed(field.Name):
                case IObjectCreationOperation { Type: { } type } when IsNamed(type.Name):
                    return true;
            }
        }

        return false;
    }

    private static bool IsNamed(string name) => ReadOnlyNames.InText(name, Words);

    private static bool IsByChance(IInvocationOperation call, IOperation value) =>
        call.TargetMethod.ContainingType is { Name: "Random" } ? !Picks(call, value) : call.TargetMethod is { Name: "NewGuid", ContainingType.Name: "Guid" } && IsIdentifier(value);

    /// <summary>A new GUID in an object may be the number of the failure; given alone or in a text it stands for what was asked for.</summary>
    private static bool IsIdentifier(IOperation value) => value.Unwrap() is IInterpolatedStringOperation or IBinaryOperation or IInvocationOperation { TargetMethod.Name: "NewGuid" or "ToString" };

    /// <summary>Chance that only chooses among what is written: <c>quotes[random.Next(quotes.Length)]</c>.</summary>
    private static bool Picks(IOperation chance, IOperation value)
    {
        for (var operation = chance; operation != value && operation.Parent is { } parent; operation = parent)
        {
            if (parent is IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } or IAnonymousFunctionOperation or
                IInvocationOperation { TargetMethod.Name: "ElementAt" or "ElementAtOrDefault" or "Skip" })
            {
                return true;
            }
        }

        return chance is IInvocationOperation { TargetMethod.Name: "GetItems" or "Shuffle" };
    }

    /// <summary>A member of the object says it: <c>new Quote { Price = 1, IsSimulated = true }</c>, there or in the method that makes it.</summary>
    private static bool SaysSo(IOperation value)
    {
        foreach (var operation in value.Tree())
        {
            var said = operation switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var member } } set => Tells(member) || IsTellingText(set.Value),
                IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { Name: var parameter }, Value: var given, Parent: IObjectCreationOperation } => Tells(parameter) || IsTellingText(given),
                IInvocationOperation { TargetMethod: var made } => made.DeclaringSyntaxReferences is [var declared, ..] && declared.GetSyntax() is { } maker && IsSaidIn(maker),
                _ => false,
            };
            if (said)
                return true;
        }

        return false;
    }

    private static bool IsTellingText(IOperation value) => value.Unwrap().ConstantValue is { HasValue: true, Value: string text } && Tells(text);

    private static bool IsSaidIn(SyntaxNode maker) => maker.DescendantNodes().Any(static node =>
        node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax } set && (Tells(NameOf(set.Left)) || set.Right is LiteralExpressionSyntax text && Tells(text.Token.ValueText)));

    private static string NameOf(ExpressionSyntax target) => target is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : ((IdentifierNameSyntax)target).Identifier.ValueText;

    /// <summary>Under a condition that speaks of such a mode: <c>if (environment.IsDevelopment()) return Mock();</c></summary>
    private static bool IsAskedFor(IOperation value)
    {
        for (var parent = value.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalOperation { Condition.Syntax: var condition } && ReadOnlyNames.InExpression(condition, TellingWords))
                return true;
        }

        return false;
    }

    /// <summary>Whether who calls has asked for it by the name of the method or of its type.</summary>
    private static bool IsAnnounced(CatchShape shape) => shape.Clause.Syntax.AncestorsAndSelf().Any(static node => node switch
    {
        MethodDeclarationSyntax method => Tells(method.Identifier.ValueText),
        LocalFunctionStatementSyntax local => Tells(local.Identifier.ValueText),
        TypeDeclarationSyntax type => Tells(type.Identifier.ValueText),
        _ => false,
    });

    private static bool Tells(string name) => ReadOnlyNames.InText(name, TellingWords);
}
