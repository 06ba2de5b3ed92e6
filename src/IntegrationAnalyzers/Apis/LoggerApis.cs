using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>How a logger is told of an error: exception first, then a message template.</summary>
internal sealed record LoggerMember(string Name, string? Namespace);

/// <summary>The loggers that take an exception and a template with named parts.</summary>
internal static class LoggerApis
{
    public const string Namespace = "Microsoft.Extensions.Logging";

    /// <summary>The member of <c>Microsoft.Extensions.Logging</c>'s loggers.</summary>
    public static readonly LoggerMember Default = new("LogError", Namespace);

    /// <summary>Whether the method only logs what it is given, whatever it is called: generated for <c>[LoggerMessage]</c>, or made by <c>LoggerMessage.Define</c>.</summary>
    public static bool Logs(IMethodSymbol method)
    {
        if (method is { MethodKind: MethodKind.DelegateInvoke, Parameters: [var first, ..] })
            return method.ReturnsVoid && ErrorOf(first.Type) is not null;
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is(Namespace, "LoggerMessageAttribute"))
                return true;
        }

        return false;
    }

    /// <summary>The member of a web application that is its logger; null where the type is none.</summary>
    public static string? LoggerOf(ITypeSymbol? type) => type.Is("Microsoft.AspNetCore.Builder", "WebApplication") ? "Logger" : null;

    /// <summary>The member that logs an error; null where the type is no logger known.</summary>
    public static LoggerMember? ErrorOf(ITypeSymbol? type)
    {
        if (type is null)
            return null;
        if (type.IsOrImplements(Namespace, "ILogger"))
            return Default;
        return type.IsOrImplements("Serilog", "ILogger") || type.IsOrImplements("NLog", "ILogger") ? new LoggerMember("Error", null) : null;
    }
}
