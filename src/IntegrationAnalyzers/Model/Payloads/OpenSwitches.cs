using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Finds switches over texts and enums of responses that say nothing about a value they do not know.</summary>
internal sealed class OpenSwitches(SourceIndex source, PayloadOrigins origins, ReceivedTypes received, System.Lazy<CallNames> names)
{
    private static readonly HashSet<uint> ReadingNames = TextWords.Hashes(DeserializingMembers.Names.Concat(["ReadAsStringAsync", "GetStringAsync", "JObject", "JsonDocument", "JsonNode"]));

    /// <summary>The value that the statement switches over, where an unknown one falls through unseen; null otherwise.</summary>
    public IOperation? Of(ISwitchOperation operation, CancellationToken cancellationToken)
    {
        if (!IsChoice(operation.Value) || operation.Cases.Length < 2 || operation.Cases.Any(static c => c.Clauses.Any(IsDefault)) ||
            CoversAll(operation.Value, operation.Cases.SelectMany(static c => c.Clauses).Select(ConstantOf)) || SwitchOutcome.IsHandled(operation))
        {
            return null;
        }

        return IsUpstream(operation.Value, cancellationToken) ? operation.Value : null;
    }

    /// <summary>The value that the expression switches over, where an unknown one has no arm; null otherwise.</summary>
    public IOperation? Of(ISwitchExpressionOperation operation, CancellationToken cancellationToken)
    {
        if (!IsChoice(operation.Value) || operation.Arms.Length < 2 || operation.Arms.Any(static a => a.Guard is null && TakesAll(a.Pattern)) ||
            CoversAll(operation.Value, operation.Arms.Select(static a => ConstantOf(a.Pattern))))
        {
            return null;
        }

        return IsUpstream(operation.Value, cancellationToken) ? operation.Value : null;
    }

    /// <summary>A text, or an enum that a payload may have: a library's own enums are about its document, not of the other side.</summary>
    private bool IsChoice(IOperation value) => Chosen(value) is { } type && (type.SpecialType == SpecialType.System_String || (type.TypeKind == TypeKind.Enum && source.IsSource(type)));

    private static ITypeSymbol? Chosen(IOperation value) =>
        value.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : value.Type;

    private static bool IsDefault(ICaseClauseOperation clause) =>
        clause.CaseKind == CaseKind.Default || clause is IPatternCaseClauseOperation { Guard: null } pattern && TakesAll(pattern.Pattern);

    private static bool TakesAll(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => true,
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } => true,
        INegatedPatternOperation or ITypePatternOperation or IDeclarationPatternOperation => true,
        IBinaryPatternOperation binary => TakesAll(binary.LeftPattern) || TakesAll(binary.RightPattern),
        _ => false,
    };

    private static object? ConstantOf(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => single.Value.ConstantValue.Value,
        IPatternCaseClauseOperation { Guard: null } pattern => ConstantOf(pattern.Pattern),
        _ => null,
    };

    private static object? ConstantOf(IPatternOperation pattern) => pattern is IConstantPatternOperation constant ? constant.Value.ConstantValue.Value : null;

    /// <summary>Whether every member of the enum has its case: whoever adds one is told by its uses.</summary>
    private static bool CoversAll(IOperation value, IEnumerable<object?> constants)
    {
        if (Chosen(value) is not { TypeKind: TypeKind.Enum } type)
            return false;
        var known = new HashSet<object?>(constants);
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && !known.Contains(field.ConstantValue))
                return false;
        }

        return true;
    }

    private bool IsUpstream(IOperation value, CancellationToken cancellationToken) =>
        names.Value.Any && !IsOneOfMany(value, cancellationToken) && ((MayBe(value) && origins.Upstream(value, cancellationToken) == Certainty.Yes) || received.Give(value, cancellationToken));

    /// <summary>The cheap look: the file, or for a parameter one that may call its method, reads bodies.</summary>
    private bool MayBe(IOperation value)
    {
        if (TreeIndex.Of(value.Syntax.SyntaxTree).Words.ContainsAny(ReadingNames) || names.Value.IsClientTree(value.Syntax.SyntaxTree))
            return true;
        if (RootOf(value) is not IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method })
            return false;
        foreach (var tree in source.TreesWith(method.Name))
        {
            if (TreeIndex.Of(tree).Words.ContainsAny(ReadingNames) || names.Value.IsClientTree(tree))
                return true;
        }

        return false;
    }

    /// <summary>Whoever goes through many and picks those that it knows leaves the others out on purpose.</summary>
    private bool IsOneOfMany(IOperation value, CancellationToken cancellationToken) =>
        RootOf(value) is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declared] } && declared.GetSyntax(cancellationToken) is ForEachStatementSyntax or ForEachVariableStatementSyntax;

    private static IOperation RootOf(IOperation value)
    {
        for (value = value.Unwrap(); ; value = value.Unwrap())
        {
            var inner = value switch
            {
                IMemberReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation } => instance,
                IInvocationOperation call when call.Receiver() is { } receiver => receiver,
                IConditionalAccessOperation access => access.Operation,
                _ => null,
            };
            if (inner is null)
                return value;
            value = inner;
        }
    }
}
