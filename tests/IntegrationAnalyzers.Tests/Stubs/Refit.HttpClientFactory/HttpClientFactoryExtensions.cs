// needs: Refit
using System;
using Microsoft.Extensions.DependencyInjection;

namespace Refit;

/// <summary>Classic extensions as in Refit up to 11; from 12 on they are extension blocks, which an older Roslyn reads as these.</summary>
public static class HttpClientFactoryExtensions
{
    public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services, RefitSettings? settings = null)
        where T : class => throw null!;

    public static IHttpClientBuilder AddRefitClient<T>(
        this IServiceCollection services, Func<IServiceProvider, RefitSettings?>? settingsAction, string? httpClientName = null)
        where T : class => throw null!;

    public static IHttpClientBuilder AddRefitClient(this IServiceCollection services, Type refitInterfaceType, RefitSettings? settings = null) => throw null!;

    public static IHttpClientBuilder AddKeyedRefitClient<T>(this IServiceCollection services, object? serviceKey, RefitSettings? settings = null)
        where T : class => throw null!;
}
