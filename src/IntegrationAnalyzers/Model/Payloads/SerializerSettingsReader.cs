using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// Follows a read's options to where they are made, through locals, fields, properties and helpers, and adds up what is set on the way. Options from
/// a parameter, a container or code that is not seen stay unknown.
/// </summary>
internal sealed class SerializerSettingsReader(SourceIndex source)
{
    private const int MaxHops = 6;

    private readonly Memo<ISymbol, SerializerSettings> _kept = new(SymbolEqualityComparer.Default);

    /// <summary>What the read is done with; unknown for another library's serializer.</summary>
    public SerializerSettings Of(PayloadRead read, CancellationToken cancellationToken)
    {
        if (read.Member.Serializer != Serializer.SystemTextJson)
            return SerializerSettings.Unknown;
        var preset = JsonOptionsApis.Default(read.Member);
        if (Written(read.Call) is not { } options)
            return SerializerSettings.Of(preset, null);
        return NullQuestions.IsNull(options) ? SerializerSettings.Of(preset, options) : Of(options, MaxHops, cancellationToken);
    }

    /// <summary>The argument that says how to read.</summary>
    private static IOperation? Written(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter?.Type is not { } type)
                continue;
            if (JsonOptionsApis.IsOptions(type) || JsonOptionsApis.IsContext(type) || JsonOptionsApis.IsTypeInfo(type))
                return argument.Value;
        }

        return null;
    }

    private SerializerSettings Of(IOperation value, int hops, CancellationToken cancellationToken)
    {
        if (hops == 0)
            return SerializerSettings.Unknown;

        value = value.Unwrap();
        switch (value)
        {
            case IPropertyReferenceOperation { Property: var property } when JsonOptionsApis.Preset(property) is { } preset:
                return SerializerSettings.Of(preset, value);
            case IObjectCreationOperation creation when JsonOptionsApis.IsOptions(creation.Type):
                return OfCreation(creation, hops, cancellationToken);
            case IObjectCreationOperation creation when JsonOptionsApis.IsContext(creation.Type):
                return creation.Arguments is [{ Value: { } given }] && !NullQuestions.IsNull(given)
                    ? Of(given, hops - 1, cancellationToken)
                    : OfContext((INamedTypeSymbol)creation.Type!);
            case IPropertyReferenceOperation { Property: { Name: "Default", IsStatic: true } } when JsonOptionsApis.IsContext(value.Type):
                return OfContext((INamedTypeSymbol)value.Type!);
            case IPropertyReferenceOperation { Instance: { } context } when JsonOptionsApis.IsContext(context.Type) && (JsonOptionsApis.IsTypeInfo(value.Type) || JsonOptionsApis.IsOptions(value.Type)):
                return Of(context, hops - 1, cancellationToken);
            case ILocalReferenceOperation local:
                return Kept(local.Local, ValueOrigin.OnlyValue(local, source, cancellationToken), hops, cancellationToken);
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member when source.IsSource(member.Member):
                return Kept(member.Member, AssignedValues.Single(member.Member, source, cancellationToken), hops, cancellationToken);
            case IInvocationOperation invocation when source.IsSource(invocation.TargetMethod):
                return OfReturned(invocation.TargetMethod, hops, cancellationToken);
            default:
                return SerializerSettings.Unknown;
        }
    }

    private SerializerSettings OfReturned(IMethodSymbol method, int hops, CancellationToken cancellationToken) =>
        source.BodyBehind(method, cancellationToken)?.OnlyReturned() is { } only ? Of(only, hops - 1, cancellationToken) : SerializerSettings.Unknown;

    /// <summary>What is kept in a variable or member: what it is made with, and what is set on it by name anywhere.</summary>
    private SerializerSettings Kept(ISymbol holder, IOperation? value, int hops, CancellationToken cancellationToken)
    {
        holder = holder.OriginalDefinition;
        if (_kept.TryGetValue(holder, out var known))
            return known;
        if (value is null)
            return SerializerSettings.Unknown;

        var settings = SettingChanges.Of(holder, Of(value, hops - 1, cancellationToken), source, cancellationToken);

        // How deep the question was must not change the answer to the next one.
        return hops == MaxHops ? _kept.GetOrAdd(holder, settings) : settings;
    }

    private SerializerSettings OfCreation(IObjectCreationOperation creation, int hops, CancellationToken cancellationToken)
    {
        var settings = SerializerSettings.Of(JsonPreset.General, creation);
        if (creation.Arguments is [{ Value: { } from }, ..])
        {
            if (JsonOptionsApis.IsOptions(from.Type))
                settings = Of(from, hops - 1, cancellationToken) with { Made = creation };
            else if (ValueOrigin.Constant(from, source, cancellationToken) is { HasValue: true, Value: var constant } && JsonOptionsApis.Preset(from.Type, constant) is { } preset)
                settings = SerializerSettings.Of(preset, creation);
            else
                return SerializerSettings.Unknown;
        }

        return creation.Initializer is { } initializer ? SettingChanges.Of(initializer, settings, source, cancellationToken) : settings;
    }

    /// <summary>A generated context's attribute: its defaults and the options named.</summary>
    private static SerializerSettings OfContext(INamedTypeSymbol context)
    {
        var settings = SerializerSettings.Of(JsonPreset.General, null);
        if (JsonOptionsApis.ContextOptions(context) is not { } attribute)
            return settings;
        if (attribute.ConstructorArguments is [var defaults])
        {
            if (JsonOptionsApis.Preset(defaults.Type, defaults.Value) is not { } preset)
                return SerializerSettings.Unknown;
            settings = SerializerSettings.Of(preset, null);
        }

        foreach (var named in attribute.NamedArguments)
        {
            settings = named.Key switch
            {
                JsonOptionsApis.CaseInsensitive => settings with { IgnoresCase = named.Value.Value is true ? Certainty.Yes : Certainty.No },
                JsonOptionsApis.NamingPolicy => settings with { HasPolicy = named.Value.Value is 0 ? Certainty.No : Certainty.Yes },
                "Converters" => SerializerSettings.Unknown,
                _ when JsonOptionsApis.RespectsNull(named.Key) && named.Value.Value is true => settings with { RespectsNull = Certainty.Yes },
                _ => settings,
            };
        }

        return settings;
    }
}
