// needs: Grpc.Core.Api, Grpc.Net.Client
using System;
using System.Collections.Generic;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;

namespace Grpc.Net.ClientFactory
{
    public class GrpcClientFactoryOptions
    {
        public Uri? Address { get; set; }

        public IList<Action<GrpcChannelOptions>> ChannelOptionsActions => throw null!;

        public IList<Action<CallOptionsContext>> CallOptionsActions => throw null!;
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

        public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder) => throw null!;
    }
}
