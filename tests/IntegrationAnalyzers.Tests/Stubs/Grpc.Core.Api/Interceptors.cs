namespace Grpc.Core.Interceptors;

public abstract class Interceptor;
