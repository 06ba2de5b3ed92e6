// needs: Polly8
using System;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Microsoft.Extensions.Http.Resilience
{
    public interface IHttpResiliencePipelineBuilder
    {
        string PipelineName { get; }

        IServiceCollection Services { get; }
    }

    public interface IHttpStandardResiliencePipelineBuilder
    {
        string PipelineName { get; }

        IServiceCollection Services { get; }
    }

    public interface IStandardHedgingHandlerBuilder
    {
        string Name { get; }

        IServiceCollection Services { get; }

        IRoutingStrategyBuilder RoutingStrategyBuilder { get; }
    }

    public interface IRoutingStrategyBuilder
    {
        string Name { get; }

        IServiceCollection Services { get; }
    }

    public static class HttpResiliencePipelineBuilderExtensions
    {
        public static IHttpResiliencePipelineBuilder SelectPipelineByAuthority(this IHttpResiliencePipelineBuilder builder) => throw null!;

        public static IHttpResiliencePipelineBuilder SelectPipelineBy(
            this IHttpResiliencePipelineBuilder builder, Func<IServiceProvider, Func<HttpRequestMessage, string>> selectorFactory) => throw null!;
    }

    public static class HttpStandardResiliencePipelineBuilderExtensions
    {
        public static IHttpStandardResiliencePipelineBuilder Configure(this IHttpStandardResiliencePipelineBuilder builder, IConfigurationSection section) =>
            throw null!;

        public static IHttpStandardResiliencePipelineBuilder Configure(
            this IHttpStandardResiliencePipelineBuilder builder, Action<HttpStandardResilienceOptions> configure) => throw null!;

        public static IHttpStandardResiliencePipelineBuilder Configure(
            this IHttpStandardResiliencePipelineBuilder builder, Action<HttpStandardResilienceOptions, IServiceProvider> configure) => throw null!;

        public static IHttpStandardResiliencePipelineBuilder SelectPipelineByAuthority(this IHttpStandardResiliencePipelineBuilder builder) => throw null!;

        public static IHttpStandardResiliencePipelineBuilder SelectPipelineBy(
            this IHttpStandardResiliencePipelineBuilder builder, Func<IServiceProvider, Func<HttpRequestMessage, string>> selectorFactory) => throw null!;
    }

    public static class StandardHedgingHandlerBuilderExtensions
    {
        public static IStandardHedgingHandlerBuilder Configure(this IStandardHedgingHandlerBuilder builder, IConfigurationSection section) => throw null!;

        public static IStandardHedgingHandlerBuilder Configure(
            this IStandardHedgingHandlerBuilder builder, Action<HttpStandardHedgingResilienceOptions> configure) => throw null!;

        public static IStandardHedgingHandlerBuilder Configure(
            this IStandardHedgingHandlerBuilder builder, Action<HttpStandardHedgingResilienceOptions, IServiceProvider> configure) => throw null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ResilienceHttpClientBuilderExtensions
    {
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => throw null!;

        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, IConfigurationSection section) =>
            throw null!;

        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(
            this IHttpClientBuilder builder, Action<HttpStandardResilienceOptions> configure) => throw null!;

        public static IStandardHedgingHandlerBuilder AddStandardHedgingHandler(this IHttpClientBuilder builder) => throw null!;

        public static IStandardHedgingHandlerBuilder AddStandardHedgingHandler(this IHttpClientBuilder builder, Action<IRoutingStrategyBuilder> configure) =>
            throw null!;

        public static IHttpResiliencePipelineBuilder AddResilienceHandler(
            this IHttpClientBuilder builder, string pipelineName, Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure) => throw null!;

        public static IHttpResiliencePipelineBuilder AddResilienceHandler(
            this IHttpClientBuilder builder,
            string pipelineName,
            Action<ResiliencePipelineBuilder<HttpResponseMessage>, ResilienceHandlerContext> configure) => throw null!;

        [Experimental("EXTEXP0001")]
        public static IHttpClientBuilder RemoveAllResilienceHandlers(this IHttpClientBuilder builder) => throw null!;
    }
}
