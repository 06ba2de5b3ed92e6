using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Exceptions by which a database says no: a call of somebody's API throws none of them. By name, for their packages are often not at hand.</summary>
internal static class DatabaseFailures
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "DbException", "DbUpdateException", "DbUpdateConcurrencyException", "SqlException", "NpgsqlException", "PostgresException", "MySqlException", "SqliteException", "OracleException",
        "MongoException", "MongoWriteException", "MongoDuplicateKeyException", "StaleObjectStateException",
    };

    public static bool Are(ITypeSymbol? type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (Names.Contains(current.Name))
                return true;
        }

        return false;
    }
}
