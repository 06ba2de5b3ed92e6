// needs: Polly8
using System;
using Microsoft.Extensions.DependencyInjection;
using Polly.DependencyInjection;

namespace Polly.DependencyInjection
{
    public sealed class AddResiliencePipelineContext<TKey>
        where TKey : notnull
    {
        public TKey PipelineKey => throw null!;

        public IServiceProvider ServiceProvider => throw null!;

        public TOptions GetOptions<TOptions>(string? name = null) => throw null!;
    }
}

namespace Polly
{
    public static class PollyServiceCollectionExtensions
    {
        public static IServiceCollection AddResiliencePipeline<TKey>(this IServiceCollection services, TKey key, Action<ResiliencePipelineBuilder> configure)
            where TKey : notnull => throw null!;

        public static IServiceCollection AddResiliencePipeline<TKey>(
            this IServiceCollection services, TKey key, Action<ResiliencePipelineBuilder, AddResiliencePipelineContext<TKey>> configure)
            where TKey : notnull => throw null!;

        public static IServiceCollection AddResiliencePipeline<TKey, TResult>(
            this IServiceCollection services, TKey key, Action<ResiliencePipelineBuilder<TResult>> configure)
            where TKey : notnull => throw null!;

        public static IServiceCollection AddResiliencePipeline<TKey, TResult>(
            this IServiceCollection services, TKey key, Action<ResiliencePipelineBuilder<TResult>, AddResiliencePipelineContext<TKey>> configure)
            where TKey : notnull => throw null!;
    }
}
