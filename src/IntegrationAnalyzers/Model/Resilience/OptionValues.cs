using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

internal enum OptionState
{
    /// <summary>Nobody sets it: the default holds.</summary>
    NotSet,

    /// <summary>It has one value.</summary>
    Set,

    /// <summary>Set under a condition, several times, or from out of sight.</summary>
    Unknown,
}

internal readonly record struct OptionValue(OptionState State, IOperation? Value = null)
{
    public static OptionValue Unknown => new(OptionState.Unknown);
}

/// <summary>
/// What code sets on an options object, by the path of the member (<c>Retry.MaxRetryAttempts</c>): in its initializer, in statements on a
/// variable, in a lambda that configures it.
/// </summary>
internal sealed partial class OptionValues(SourceIndex source, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, OptionValue> _values = new(StringComparer.Ordinal);
    private readonly List<(string Path, IInvocationOperation Call)> _calls = new();

    /// <summary>Whether something out of sight may set what is not set here.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The object's creation, where there is one.</summary>
    public IObjectCreationOperation? Creation { get; private set; }

    /// <summary>Extension methods of a library called on a member: <c>options.Retry.DisableForUnsafeHttpMethods()</c>.</summary>
    public IReadOnlyList<(string Path, IInvocationOperation Call)> Calls => _calls;

    public OptionValue Of(string path)
    {
        if (_values.TryGetValue(path, out var value))
            return value;
        for (var dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            if (_values.TryGetValue(path.Substring(0, dot), out var whole) && whole.State == OptionState.Unknown)
                return OptionValue.Unknown;
        }

        return IsOpen ? OptionValue.Unknown : new OptionValue(OptionState.NotSet);
    }

    /// <summary>Nothing is known of what is not set here.</summary>
    public void Open() => IsOpen = true;

    /// <summary>An options object as a value.</summary>
    public void AddObject(IOperation value)
    {
        var origin = Made(ValueOrigin.Of(value, source, cancellationToken), 0);
        if (origin is not IObjectCreationOperation creation || !PolicyApis.HasKnownDefaults(creation.Type))
        {
            IsOpen = true;
            return;
        }

        Creation = creation;
        AddInitializer(creation.Initializer, "");
        if (Holder(value, creation) is { } local)
            AddUses(local.Local, local.Root(), creation.Syntax.Span.End);
    }

    /// <summary>A lambda or method that is handed the object.</summary>
    public void AddFunction(IOperation configure)
    {
        if (FunctionValue.Of(configure, source, cancellationToken) is not { Parameters: [var options, ..] } function)
        {
            IsOpen = true;
            return;
        }

        AddUses(options, function.Body, 0);
    }

    private void AddUses(ISymbol root, IOperation scope, int after)
    {
        foreach (var operation in scope.Tree())
        {
            if (operation is IParameterReferenceOperation or ILocalReferenceOperation && operation.Syntax.SpanStart >= after &&
                SymbolEqualityComparer.Default.Equals(operation.ReferencedSymbol(), root))
            {
                AddUse(operation, scope);
            }
        }
    }

    private void AddUse(IOperation reference, IOperation scope)
    {
        var path = "";
        var current = reference;
        while (true)
        {
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    current = current.Parent;
                    continue;
                case IPropertyReferenceOperation property when property.Instance == current:
                    path = Join(path, property.Property.Name);
                    current = property;
                    continue;
                case ISimpleAssignmentOperation assignment when assignment.Target == current:
                    if (path.Length > 0)
                        Set(path, assignment.Value, IsConditional(assignment, scope));
                    return;
                case IAssignmentOperation assignment when assignment.Target == current:
                    _values[path] = OptionValue.Unknown;
                    return;
                case IArgumentOperation { Parent: IInvocationOperation call } when PolicyApis.Adds(call.TargetMethod) is not null:
                    return;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true } method } call } when DeadlineApis.InPolly(method.DeclaringType()) || method.DeclaringType()?.ContainingNamespace.Is(HttpResilienceApis.Namespace) == true:
                    _calls.Add((path, call));
                    return;
                case IArgumentOperation { Parent: IInvocationOperation or IObjectCreationOperation } when path.Length == 0 || current.Type is { IsValueType: false, SpecialType: not SpecialType.System_String }:
                    if (path.Length == 0)
                        IsOpen = true;
                    else
                        _values[path] = OptionValue.Unknown;
                    return;
                default:
                    return;
            }
        }
    }

    private void Set(string path, IOperation value, bool isConditional)
    {
        if (isConditional || _values.ContainsKey(path) && IsOpen)
        {
            _values[path] = OptionValue.Unknown;
            return;
        }

        _values[path] = new OptionValue(OptionState.Set, value);
        if (value.Unwrap() is IObjectCreationOperation creation && PolicyApis.HasKnownDefaults(creation.Type))
            AddInitializer(creation.Initializer, path);
        else if (value.Type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } type && PolicyApis.HasKnownDefaults(type))
            _values[path] = OptionValue.Unknown;
    }

    private void AddInitializer(IObjectOrCollectionInitializerOperation? initializer, string path)
    {
        foreach (var item in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            switch (item)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment:
                    Set(Join(path, target.Property.Name), assignment.Value, isConditional: false);
                    break;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member } nested:
                    AddInitializer(nested.Initializer, Join(path, member.Property.Name));
                    break;
            }
        }
    }

    private static bool IsConditional(IOperation operation, IOperation scope)
    {
        for (var parent = operation.Parent; parent is not null && parent != scope; parent = parent.Parent)
        {
            if (parent is IConditionalOperation or ISwitchOperation or ILoopOperation or ITryOperation or IAnonymousFunctionOperation or ICoalesceOperation)
                return true;
        }

        return false;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
