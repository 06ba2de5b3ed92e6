// needs: Flurl
using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Flurl.Http;

public static class GeneratedExtensions
{
    public static Task<IFlurlResponse> SendAsync(this string url, HttpMethod verb, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> SendJsonAsync(this string url, HttpMethod verb, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> GetAsync(this string url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<T> GetJsonAsync<T>(this string url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<string> GetStringAsync(this string url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<System.IO.Stream> GetStreamAsync(this string url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<byte[]> GetBytesAsync(this string url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostAsync(this string url, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostJsonAsync(this string url, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostStringAsync(this string url, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutAsync(this string url, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutJsonAsync(this string url, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutStringAsync(this string url, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchAsync(this string url, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchJsonAsync(this string url, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchStringAsync(this string url, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostUrlEncodedAsync(this string url, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> DeleteAsync(this string url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> HeadAsync(this string url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> OptionsAsync(this string url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static IFlurlRequest WithHeader(this string url, string name, object value) => throw null!;

    public static IFlurlRequest WithHeaders(this string url, object headers, bool replaceUnderscoreWithHyphen = true) => throw null!;

    public static IFlurlRequest WithBasicAuth(this string url, string username, string password) => throw null!;

    public static IFlurlRequest WithOAuthBearerToken(this string url, string token) => throw null!;

    public static IFlurlRequest WithTimeout(this string url, TimeSpan timespan) => throw null!;

    public static IFlurlRequest WithTimeout(this string url, int seconds) => throw null!;

    public static IFlurlRequest AllowHttpStatus(this string url, params int[] statusCodes) => throw null!;

    public static IFlurlRequest AllowAnyHttpStatus(this string url) => throw null!;

    public static IFlurlRequest WithSettings(this string url, Action<FlurlHttpSettings> action) => throw null!;

    public static Task<IFlurlResponse> SendAsync(this Uri uri, HttpMethod verb, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> SendJsonAsync(this Uri uri, HttpMethod verb, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> GetAsync(this Uri uri, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<T> GetJsonAsync<T>(this Uri uri, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<string> GetStringAsync(this Uri uri, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<System.IO.Stream> GetStreamAsync(this Uri uri, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<byte[]> GetBytesAsync(this Uri uri, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostAsync(this Uri uri, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostJsonAsync(this Uri uri, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostStringAsync(this Uri uri, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutAsync(this Uri uri, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutJsonAsync(this Uri uri, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutStringAsync(this Uri uri, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchAsync(this Uri uri, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchJsonAsync(this Uri uri, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchStringAsync(this Uri uri, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostUrlEncodedAsync(this Uri uri, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> DeleteAsync(this Uri uri, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> HeadAsync(this Uri uri, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> OptionsAsync(this Uri uri, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static IFlurlRequest WithHeader(this Uri uri, string name, object value) => throw null!;

    public static IFlurlRequest WithHeaders(this Uri uri, object headers, bool replaceUnderscoreWithHyphen = true) => throw null!;

    public static IFlurlRequest WithBasicAuth(this Uri uri, string username, string password) => throw null!;

    public static IFlurlRequest WithOAuthBearerToken(this Uri uri, string token) => throw null!;

    public static IFlurlRequest WithTimeout(this Uri uri, TimeSpan timespan) => throw null!;

    public static IFlurlRequest WithTimeout(this Uri uri, int seconds) => throw null!;

    public static IFlurlRequest AllowHttpStatus(this Uri uri, params int[] statusCodes) => throw null!;

    public static IFlurlRequest AllowAnyHttpStatus(this Uri uri) => throw null!;

    public static IFlurlRequest WithSettings(this Uri uri, Action<FlurlHttpSettings> action) => throw null!;

    public static Task<IFlurlResponse> SendAsync(this Url url, HttpMethod verb, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> SendJsonAsync(this Url url, HttpMethod verb, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> GetAsync(this Url url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<T> GetJsonAsync<T>(this Url url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<string> GetStringAsync(this Url url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<System.IO.Stream> GetStreamAsync(this Url url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<byte[]> GetBytesAsync(this Url url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostAsync(this Url url, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostJsonAsync(this Url url, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostStringAsync(this Url url, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutAsync(this Url url, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutJsonAsync(this Url url, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutStringAsync(this Url url, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchAsync(this Url url, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchJsonAsync(this Url url, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchStringAsync(this Url url, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostUrlEncodedAsync(this Url url, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> DeleteAsync(this Url url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> HeadAsync(this Url url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> OptionsAsync(this Url url, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static IFlurlRequest WithHeader(this Url url, string name, object value) => throw null!;

    public static IFlurlRequest WithHeaders(this Url url, object headers, bool replaceUnderscoreWithHyphen = true) => throw null!;

    public static IFlurlRequest WithBasicAuth(this Url url, string username, string password) => throw null!;

    public static IFlurlRequest WithOAuthBearerToken(this Url url, string token) => throw null!;

    public static IFlurlRequest WithTimeout(this Url url, TimeSpan timespan) => throw null!;

    public static IFlurlRequest WithTimeout(this Url url, int seconds) => throw null!;

    public static IFlurlRequest AllowHttpStatus(this Url url, params int[] statusCodes) => throw null!;

    public static IFlurlRequest AllowAnyHttpStatus(this Url url) => throw null!;

    public static IFlurlRequest WithSettings(this Url url, Action<FlurlHttpSettings> action) => throw null!;

    public static Task<IFlurlResponse> SendJsonAsync(this IFlurlRequest request, HttpMethod verb, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> GetAsync(this IFlurlRequest request, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<T> GetJsonAsync<T>(this IFlurlRequest request, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<string> GetStringAsync(this IFlurlRequest request, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<System.IO.Stream> GetStreamAsync(this IFlurlRequest request, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<byte[]> GetBytesAsync(this IFlurlRequest request, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostAsync(this IFlurlRequest request, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostJsonAsync(this IFlurlRequest request, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostStringAsync(this IFlurlRequest request, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutAsync(this IFlurlRequest request, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutJsonAsync(this IFlurlRequest request, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PutStringAsync(this IFlurlRequest request, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchAsync(this IFlurlRequest request, HttpContent? content = null, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchJsonAsync(this IFlurlRequest request, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PatchStringAsync(this IFlurlRequest request, string body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> PostUrlEncodedAsync(this IFlurlRequest request, object body, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> DeleteAsync(this IFlurlRequest request, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> HeadAsync(this IFlurlRequest request, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;

    public static Task<IFlurlResponse> OptionsAsync(this IFlurlRequest request, HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default) => throw null!;
}
