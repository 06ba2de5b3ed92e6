namespace IntegrationAnalyzers.Apis;

/// <summary>Tables and collections of our own, in which objects are kept.</summary>
internal static class StoreApis
{
    /// <summary>Whether a generic type of that name keeps objects of its argument.</summary>
    public static bool Keeps(string genericName) => genericName is "DbSet" or "IMongoCollection" or "IRepository";
}
