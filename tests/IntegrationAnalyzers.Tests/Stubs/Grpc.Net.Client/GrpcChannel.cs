// needs: Grpc.Core.Api
using System;
using System.Collections.Generic;
using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client
{
    public sealed class GrpcChannel : ChannelBase, IDisposable
    {
        internal GrpcChannel(string target)
            : base(target)
        {
        }

        public static GrpcChannel ForAddress(string address) => throw null!;

        public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => throw null!;

        public static GrpcChannel ForAddress(Uri address) => throw null!;

        public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions) => throw null!;

        public override CallInvoker CreateCallInvoker() => throw null!;

        public void Dispose()
        {
        }
    }

    public sealed class GrpcChannelOptions
    {
        public ChannelCredentials? Credentials { get; set; }

        public int? MaxSendMessageSize { get; set; }

        public int? MaxReceiveMessageSize { get; set; }

        public int? MaxRetryAttempts { get; set; }

        public HttpClient? HttpClient { get; set; }

        public HttpMessageHandler? HttpHandler { get; set; }

        public bool DisposeHttpClient { get; set; }

        public bool ThrowOperationCanceledOnCancellation { get; set; }

        public ServiceConfig? ServiceConfig { get; set; }
    }
}

namespace Grpc.Net.Client.Configuration
{
    public sealed class ServiceConfig
    {
        public IList<MethodConfig> MethodConfigs => throw null!;
    }

    public sealed class MethodConfig
    {
        public IList<MethodName> Names => throw null!;

        public RetryPolicy? RetryPolicy { get; set; }

        public HedgingPolicy? HedgingPolicy { get; set; }
    }

    public sealed class MethodName
    {
        public static readonly MethodName Default = new();

        public string? Service { get; set; }

        public string? Method { get; set; }
    }

    public sealed class RetryPolicy
    {
        public int? MaxAttempts { get; set; }

        public TimeSpan? InitialBackoff { get; set; }

        public TimeSpan? MaxBackoff { get; set; }

        public double? BackoffMultiplier { get; set; }

        public IList<StatusCode> RetryableStatusCodes => throw null!;
    }

    public sealed class HedgingPolicy
    {
        public int? MaxAttempts { get; set; }

        public TimeSpan? HedgingDelay { get; set; }

        public IList<StatusCode> NonFatalStatusCodes => throw null!;
    }
}
