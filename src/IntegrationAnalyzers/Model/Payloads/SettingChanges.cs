using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>What is set on options after they are made: in their initializer, by statements, by helpers that are handed them.</summary>
internal static class SettingChanges
{
    private const int MaxHelpers = 3;

    /// <summary>The settings after an object initializer.</summary>
    public static SerializerSettings Of(IObjectOrCollectionInitializerOperation initializer, SerializerSettings settings, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var item in initializer.Initializers)
        {
            switch (item)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment:
                    settings = Set(settings, target.Property.Name, assignment.Value, source, cancellationToken);
                    break;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member } nested:
                    if (JsonOptionsApis.ChangesReading(member.Property.Name))
                        return SerializerSettings.Unknown;
                    foreach (var added in nested.Initializer.Initializers)
                    {
                        if (member.Property.Name == "Converters" && added is IInvocationOperation { Arguments: [{ Value: { } converter }] })
                            settings = WithConverter(settings, converter, source, cancellationToken);
                    }

                    break;
            }
        }

        return settings;
    }

    /// <summary>The settings after all that is done to the variable, member or parameter that holds them.</summary>
    public static SerializerSettings Of(ISymbol holder, SerializerSettings settings, SourceIndex source, CancellationToken cancellationToken) =>
        Of(holder, settings, source, MaxHelpers, cancellationToken);

    private static SerializerSettings Of(ISymbol holder, SerializerSettings settings, SourceIndex source, int helpers, CancellationToken cancellationToken)
    {
        if (source.Uses(holder, cancellationToken) is not { } uses)
            return SerializerSettings.Unknown;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken)?.Wrapped() is not { } reference)
                continue;

            // Configure(Options = new()) hands on what it sets.
            if (reference.Parent is ISimpleAssignmentOperation { Parent: IArgumentOperation } made && made.Target == reference)
                reference = made;
            switch (reference.Parent)
            {
                case IPropertyReferenceOperation property:
                    settings = OnProperty(settings, property, source, cancellationToken);
                    break;
                case IArgumentOperation { Parameter: { } parameter }:
                    settings = InCallee(settings, parameter, source, helpers, cancellationToken);
                    break;
            }
        }

        return settings;
    }

    private static SerializerSettings OnProperty(SerializerSettings settings, IPropertyReferenceOperation property, SourceIndex source, CancellationToken cancellationToken)
    {
        var name = property.Property.Name;
        switch (property.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target.Syntax == property.Syntax:
                return Set(settings, name, assignment.Value, source, cancellationToken);
            case IInvocationOperation { TargetMethod.Name: "Add" or "Insert" or "AddRange" } call when name == "Converters":
                return WithConverter(settings, call.Arguments[call.Arguments.Length - 1].Value, source, cancellationToken);
            case IInvocationOperation when JsonOptionsApis.ChangesReading(name):
                return SerializerSettings.Unknown;
            default:
                return settings;
        }
    }

    /// <summary>Serializers take options as they are; a helper here is looked into; another library's may set anything.</summary>
    private static SerializerSettings InCallee(SerializerSettings settings, IParameterSymbol parameter, SourceIndex source, int helpers, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return settings;
        if (source.IsSource(method))
        {
            return helpers > 0 && source.Implementation(method, cancellationToken) is { } implementation && parameter.Ordinal < implementation.Parameters.Length
                ? Of(implementation.Parameters[parameter.Ordinal], settings, source, helpers - 1, cancellationToken)
                : SerializerSettings.Unknown;
        }

        return method.ContainingNamespace.RootName() == "System" ? settings : SerializerSettings.Unknown;
    }

    private static SerializerSettings Set(SerializerSettings settings, string option, IOperation value, SourceIndex source, CancellationToken cancellationToken)
    {
        if (option is JsonOptionsApis.CaseInsensitive)
            return settings with { IgnoresCase = Flag(value, source, cancellationToken) };
        if (option is JsonOptionsApis.NamingPolicy)
            return settings with { HasPolicy = value.Unwrap().ConstantValue is { HasValue: true, Value: null } ? Certainty.No : Certainty.Yes };
        if (JsonOptionsApis.RespectsNull(option))
            return settings.RespectsNull == Certainty.Yes ? settings : settings with { RespectsNull = Flag(value, source, cancellationToken) };
        if (!JsonOptionsApis.ChangesReading(option))
            return settings;

        var resolver = ValueOrigin.Of(value, source, cancellationToken);
        return resolver.ConstantValue is { HasValue: true, Value: null } ||
            (JsonOptionsApis.IsPlainResolver(resolver.Type) && resolver is IPropertyReferenceOperation or IObjectCreationOperation { Initializer: null })
            ? settings
            : SerializerSettings.Unknown;
    }

    private static SerializerSettings WithConverter(SerializerSettings settings, IOperation converter, SourceIndex source, CancellationToken cancellationToken)
    {
        if (ValueOrigin.Of(converter, source, cancellationToken) is not IObjectCreationOperation { Type: { } type })
            return SerializerSettings.Unknown;
        if (JsonOptionsApis.IsLibraryConverter(type))
            return settings;
        return JsonOptionsApis.Converted(type) is { } converted
            ? settings with { Converted = settings.Converted.Add(converted) }
            : SerializerSettings.Unknown;
    }

    private static Certainty Flag(IOperation value, SourceIndex source, CancellationToken cancellationToken) =>
        ValueOrigin.Constant(value, source, cancellationToken) is { HasValue: true, Value: bool set } ? (set ? Certainty.Yes : Certainty.No) : Certainty.Unknown;
}
