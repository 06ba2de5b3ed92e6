using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>How a logger is told of an error: exception first, then a message template.</summary>
internal sealed record LoggerMember(string Name, string? Namespace);

/// <summary>The loggers that take an exception and a template with named parts.</summary>
internal static class LoggerApis
{
    private const string Extensions = "Microsoft.Extensions.Logging";

    /// <summary>The member that logs an error; null where the type is no logger known.</summary>
    public static LoggerMember? ErrorOf(ITypeSymbol? type)
    {
        if (type is null)
            return null;
        if (type.IsOrImplements(Extensions, "ILogger"))
            return new LoggerMember("LogError", Extensions);
        return type.IsOrImplements("Serilog", "ILogger") || type.IsOrImplements("NLog", "ILogger") ? new LoggerMember("Error", null) : null;
    }
}
