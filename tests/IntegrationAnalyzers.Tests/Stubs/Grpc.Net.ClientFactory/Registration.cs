// needs: Grpc.Core.Api, Grpc.Net.Client
using System;
using System.Collections.Generic;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;

namespace Grpc.Net.ClientFactory
{
    public class GrpcClientFactoryOptions
    {
        public Uri? Address { get; set; }

        public IList<Action<GrpcChannelOptions>> ChannelOptionsActions => throw null!;

        public IList<Action<CallOptionsContext>> CallOptionsActions => throw null!;

        public IList<Interceptor> Interceptors => throw null!;

        public IList<InterceptorRegistration> InterceptorRegistrations => throw null!;

        public Func<CallInvoker, object>? Creator { get; set; }
    }

    public enum InterceptorScope
    {
        Channel,
        Client,
    }

    public class InterceptorRegistration(InterceptorScope scope, Func<IServiceProvider, Interceptor> creator)
    {
        public InterceptorScope Scope => scope;

        public Func<IServiceProvider, Interceptor> Creator => creator;
    }

    public sealed class CallOptionsContext
    {
        public CallOptions CallOptions { get; set; }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class GrpcClientServiceExtensions
    {
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services)
            where TClient : class => throw null!;

        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient)
            where TClient : class => throw null!;

        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name, Action<GrpcClientFactoryOptions> configureClient)
            where TClient : class => throw null!;
    }

    public static class GrpcHttpClientBuilderExtensions
    {
        public static IHttpClientBuilder ConfigureChannel(this IHttpClientBuilder builder, Action<GrpcChannelOptions> configureChannel) => throw null!;

        public static IHttpClientBuilder AddInterceptor<TInterceptor>(this IHttpClientBuilder builder)
            where TInterceptor : Interceptor => throw null!;

        public static IHttpClientBuilder ConfigureGrpcClientCreator(this IHttpClientBuilder builder, Func<CallInvoker, object> configureCreator) => throw null!;

        public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder) => throw null!;
    }
}
