using System;
using System.Linq;
using System.Text;
using IntegrationAnalyzers.Model.Secrets;

namespace IntegrationAnalyzers.Tests.Model.Secrets;

/// <summary>A value of a format, checksum and structure included, made up at run time.</summary>
internal static class TokenSample
{
    public static string Of(string provider, string name, int seed = 1) =>
        Of(TokenFormats.Instance.All.Single(f => f.Provider == provider && f.Name == name), seed);

    public static string Of(TokenFormat format, int seed = 1)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var sample = Complete(format, ShapeSample.From(format.Pattern, (seed * 1000) + attempt));
            if (TokenChecks.Check(format, sample) == TokenCheck.Passed && (format.Severity < TokenSeverity.Low || !TokenChecks.IsMadeUp(format, sample)))
                return sample;
        }

        throw new InvalidOperationException($"No sample of {format.Provider}, {format.Name} fits: {ShapeSample.From(format.Pattern, seed)}");
    }

    private static string Complete(TokenFormat format, string shape)
    {
        switch (format.Check)
        {
            case "crc32-base62":
                var body = shape.IndexOf('_') + 1;
                return shape[..^6] + Crc32.ToBase62(Crc32.Of(shape, body, shape.Length - body - 6));
            case "crc32-grafana":
                var split = shape.LastIndexOf('_');
                var bytes = BitConverter.GetBytes(Crc32.Of(shape, 0, split));
                return shape[..(split + 1)] + Convert.ToHexString(bytes).ToLowerInvariant();
            case "jwt" or "jwt-kubernetes":
                var parts = shape.Split('.');
                var payload = "{\"iss\":\"kubernetes/serviceaccount\",\"sub\":\"" + parts[2][..10] + "\",\"padding\":\"" + string.Concat(Enumerable.Repeat("p7", 60)) + "\"}";
                return Base64Url("{\"alg\":\"RS256\",\"kid\":\"" + parts[2][..20] + "\"}") + "." + Base64Url(payload) + "." + parts[2];
            case "basic":
                return "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("svc-orders:" + "kT9" + shape[^4] + "wQ2!vZx7"));
            case "discord":
                var dots = shape.Split('.');
                return Base64Url("4" + string.Concat(dots[0].Take(17).Select(c => (char)('0' + (c % 10))))) + "." + dots[1] + "." + dots[2];
            case "base64-json":
                var prefix = format.Anchors[0] == "glc_" ? "glc_" : "";
                return prefix + Base64("{\"k\":\"" + shape[^30..] + shape[^20..] + "\",\"n\":\"build\",\"id\":1}");
            default:
                return shape;
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Base64Url(string text) => Base64(text).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
