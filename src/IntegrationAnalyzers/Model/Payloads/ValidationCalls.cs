using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// Reads validations by the libraries' members: first what becomes of the result, which is nearly always read; then whether what is validated has to do with an
/// integration: the code round it makes an outbound call, or the object is a payload, here or at a caller.
/// </summary>
internal sealed class ValidationCalls(IntegrationModel model)
{
    private const int MaxCallers = 2;

    /// <summary>The validation with something wrong about it, or null.</summary>
    public ValidationCall? Read(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (!ValidatingMembers.HasName(call.TargetMethod.Name) || ValidatingMembers.Find(call.TargetMethod) is not { } validator || !model.CallNames.Any)
            return null;

        var value = ValidatingMembers.Validated(call, validator);
        var unread = IsUnread(call, cancellationToken) && !IsListRead(call, cancellationToken) && !ValidatingMembers.MayThrow(call, model.Source, cancellationToken);
        var partial = ValidatingMembers.ChecksRequiredAlone(call) && value is not null && HasOtherRules(value, MaxCallers, cancellationToken);
        return (unread || partial) && IsOfIntegration(call, value, MaxCallers, cancellationToken) ? new ValidationCall(call, validator, unread, partial) : null;
    }

    /// <summary>The look before binding: a statement that is nothing but the call of something named for a check.</summary>
    public static bool MayBeOwn(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax or AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } } call && call.CalledText() is { } name &&
        (name.StartsWith("IsValid", System.StringComparison.Ordinal) || ValidationApis.IsValidatorName(name, ValidationApis.DefaultNames));

    /// <summary>A method of this compilation that hands a library's verdict on to its callers (<c>bool IsValid(Order order)</c>), called by one that drops it; or null.</summary>
    public ValidationCall? ReadOwn(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        if (method.ReturnType.AwaitedType().SpecialType != SpecialType.System_Boolean || !model.Source.IsSource(method) || !model.CallNames.Any || !IsUnread(call, cancellationToken) ||
            model.Source.BodyBehind(method, cancellationToken) is not { } body)
        {
            return null;
        }

        Validator? validator = null;
        foreach (var operation in body.Tree())
        {
            if (operation is IThrowOperation)
                return null;
            if (operation is IInvocationOperation inner && ValidatingMembers.HasName(inner.TargetMethod.Name) && ValidatingMembers.Find(inner.TargetMethod) is { } found && !IsUnread(inner, cancellationToken))
                validator = found;
        }

        var value = call.Arguments.Length > 0 ? call.Arguments[0].Value : call.Instance;
        return validator is { } own && IsOfIntegration(call, value, MaxCallers, cancellationToken) ? new ValidationCall(call, own, IsUnread: true, false) : null;
    }

    /// <summary>Whether nothing reads the value: it is dropped, or kept in a local that nothing reads.</summary>
    private bool IsUnread(IOperation value, CancellationToken cancellationToken)
    {
        while (true)
        {
            value = value.Wrapped();
            switch (value.Parent)
            {
                case IConditionalAccessOperation access when access.WhenNotNull == value:
                    value = access;
                    continue;
                case IExpressionStatementOperation:
                    return true;
                case ISimpleAssignmentOperation { Target: IDiscardOperation } assignment:
                    return assignment.Value == value;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == value:
                    return assignment.Parent is IExpressionStatementOperation && IsUnread(local, cancellationToken);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return IsUnread(local, cancellationToken);
                default:
                    return false;
            }
        }
    }

    private bool IsUnread(ILocalSymbol local, CancellationToken cancellationToken)
    {
        if (model.Source.Uses(local, cancellationToken) is not { } uses)
            return false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation)
                return false;

            // A task that is awaited, and its result dropped.
            var whole = operation.Wrapped();
            if (whole.Parent is ISimpleAssignmentOperation assignment && assignment.Target == whole || (whole != operation && whole.Parent is IExpressionStatementOperation))
                continue;
            return false;
        }

        return true;
    }

    /// <summary>Whether the list that the call fills is read, or may be.</summary>
    private bool IsListRead(IInvocationOperation call, CancellationToken cancellationToken)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter || (parameter.Name != "validationResults" && parameter.RefKind != RefKind.Out))
                continue;
            var list = argument.Value.Unwrap();
            switch (list)
            {
                case IDiscardOperation or IObjectCreationOperation or ILiteralOperation:
                    return false;
                case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var declared } }:
                    return model.Source.Uses(declared, cancellationToken) is not { Length: 0 };
                case ILocalReferenceOperation { Local: var local }:
                    return model.Source.Uses(local, cancellationToken) is not { Length: 1 };
                default:
                    return list.ConstantValue is not { HasValue: true, Value: null };
            }
        }

        return false;
    }

    /// <summary>Whether the validated type, or one that a caller passes where the method takes any, has rules beyond <c>[Required]</c>.</summary>
    private bool HasOtherRules(IOperation value, int callers, CancellationToken cancellationToken)
    {
        value = value.Unwrap();
        if (value.Type is { } type && ValidatingMembers.HasOtherRules(type))
            return true;
        if (value is IInstanceReferenceOperation { Type: INamedTypeSymbol own })
        {
            foreach (var derived in model.Source.DerivedTypes(own, cancellationToken))
            {
                if (ValidatingMembers.HasOtherRules(derived))
                    return true;
            }

            return false;
        }

        if (callers == 0 || value is not IParameterReferenceOperation { Parameter: { Type: var declared, ContainingSymbol: IMethodSymbol method } parameter } ||
            declared is not (ITypeParameterSymbol or { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Interface }))
        {
            return false;
        }

        foreach (var site in CallSites.Of(method, model.Source, cancellationToken))
        {
            if (CallSites.Argument(site, parameter) is { } argument && HasOtherRules(argument, callers - 1, cancellationToken))
                return true;
        }

        return false;
    }

    private bool IsOfIntegration(IOperation place, IOperation? value, int callers, CancellationToken cancellationToken)
    {
        if (CallsOut(place, cancellationToken))
            return true;
        if (value is not null && ValueOrigin.Of(value, model.Source, cancellationToken) is IInvocationOperation made && model.Payloads.MayRead(made) &&
            model.Payloads.Read(made, cancellationToken) is { Upstream: Certainty.Yes })
        {
            return true;
        }

        if (callers == 0 || value?.Unwrap() is not (IParameterReferenceOperation or IInstanceReferenceOperation) ||
            place.EnclosingFunction() is not { MethodKind: not MethodKind.AnonymousFunction } method)
        {
            return false;
        }

        foreach (var site in CallSites.Of(method, model.Source, cancellationToken))
        {
            var passed = value is IParameterReferenceOperation { Parameter: var parameter } ? CallSites.Argument(site, parameter) : site.Instance;
            if (passed is not null && IsOfIntegration(site, passed, callers - 1, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>Whether the function makes an outbound call. A program's top level is no function: each of its lambdas is one.</summary>
    private bool CallsOut(IOperation place, CancellationToken cancellationToken)
    {
        for (var current = place; current is not null; current = current.Parent)
        {
            var isFunction = current.Parent is null || current is IAnonymousFunctionOperation or ILocalFunctionOperation;
            if (isFunction && !model.Summaries.ReachWithin(current, cancellationToken).IsEmpty)
                return true;
            if (current is IAnonymousFunctionOperation && place.Root().Syntax is CompilationUnitSyntax)
                return false;
        }

        return false;
    }
}
