#pragma warning disable
// System.Text.Json 8: no JsonSerializerOptions.Web yet.
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace System.Text.Json
{
    public enum JsonSerializerDefaults { General = 0, Web = 1 }

    public sealed class JsonSerializerOptions
    {
        public JsonSerializerOptions() { }
        public JsonSerializerOptions(JsonSerializerDefaults defaults) { }
        public JsonSerializerOptions(JsonSerializerOptions options) { }
        public static JsonSerializerOptions Default => null!;
        public bool PropertyNameCaseInsensitive { get; set; }
        public bool WriteIndented { get; set; }
    }

    public static class JsonSerializer
    {
        public static TValue? Deserialize<TValue>(string json, JsonSerializerOptions? options = null) => default;
        public static object? Deserialize(string json, Type returnType, JsonSerializerOptions? options = null) => default;
        public static ValueTask<TValue?> DeserializeAsync<TValue>(Stream utf8Json, JsonSerializerOptions? options = null, CancellationToken cancellationToken = default) => default;
    }
}
