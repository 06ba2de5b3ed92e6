using System;
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Registry;

namespace Microsoft.Extensions.DependencyInjection
{
    public static class PollyHttpClientBuilderExtensions
    {
        public static IHttpClientBuilder AddPolicyHandler(this IHttpClientBuilder builder, IAsyncPolicy<HttpResponseMessage> policy) => throw null!;

        public static IHttpClientBuilder AddPolicyHandler(
            this IHttpClientBuilder builder, Func<HttpRequestMessage, IAsyncPolicy<HttpResponseMessage>> policySelector) => throw null!;

        public static IHttpClientBuilder AddPolicyHandler(
            this IHttpClientBuilder builder, Func<IServiceProvider, HttpRequestMessage, IAsyncPolicy<HttpResponseMessage>> policySelector) => throw null!;

        public static IHttpClientBuilder AddPolicyHandler(
            this IHttpClientBuilder builder,
            Func<IServiceProvider, HttpRequestMessage, string, IAsyncPolicy<HttpResponseMessage>> policyFactory,
            Func<HttpRequestMessage, string> keySelector) => throw null!;

        public static IHttpClientBuilder AddPolicyHandlerFromRegistry(this IHttpClientBuilder builder, string policyKey) => throw null!;

        public static IHttpClientBuilder AddPolicyHandlerFromRegistry(
            this IHttpClientBuilder builder,
            Func<IReadOnlyPolicyRegistry<string>, HttpRequestMessage, IAsyncPolicy<HttpResponseMessage>> policySelector) => throw null!;

        public static IHttpClientBuilder AddTransientHttpErrorPolicy(
            this IHttpClientBuilder builder, Func<PolicyBuilder<HttpResponseMessage>, IAsyncPolicy<HttpResponseMessage>> configurePolicy) => throw null!;
    }

    public static class PollyServiceCollectionExtensions
    {
        public static IPolicyRegistry<string> AddPolicyRegistry(this IServiceCollection services) => throw null!;

        public static IPolicyRegistry<string> AddPolicyRegistry(this IServiceCollection services, IPolicyRegistry<string> registry) => throw null!;

        public static IServiceCollection AddPolicyRegistry(
            this IServiceCollection services, Action<IServiceProvider, IPolicyRegistry<string>> configureRegistry) => throw null!;
    }
}

namespace Microsoft.Extensions.Http
{
    public class PolicyHttpMessageHandler : DelegatingHandler
    {
        public PolicyHttpMessageHandler(IAsyncPolicy<HttpResponseMessage> policy) => throw null!;

        public PolicyHttpMessageHandler(Func<HttpRequestMessage, IAsyncPolicy<HttpResponseMessage>> policySelector) => throw null!;
    }
}

namespace Polly
{
    public static class HttpRequestMessageExtensions
    {
        public static Context GetPolicyExecutionContext(this HttpRequestMessage request) => throw null!;

        public static void SetPolicyExecutionContext(this HttpRequestMessage request, Context context) => throw null!;
    }
}
