using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Responses;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Model.Waits;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model;

/// <summary>
/// What one compilation is to an integration: made once a compilation, shared by all rules, every part of it read on first use.
/// </summary>
internal sealed partial class IntegrationModel
{
    private readonly Lazy<CallNames> _callNames;
    private readonly Lazy<ClientNames> _clientNames;
    private readonly Lazy<PayloadNames> _payloadNames;
    private readonly Memo<string, PayloadReads> _payloadsByNames = new(StringComparer.Ordinal);

    private IntegrationModel(Compilation compilation, Vocabulary vocabulary)
    {
        Interlocked.Increment(ref _created);
        Compilation = compilation;
        Vocabulary = vocabulary;
        Team = vocabulary.Files.IsEmpty ? TeamApis.None : new TeamApis(vocabulary);
        HasIntegrationLibrary = !vocabulary.Files.IsEmpty || IntegrationLibraries.AnyReferencedBy(compilation);
        Project = new ProjectRole(compilation);
        Source = new SourceIndex(compilation);
        Unused = new UnusedCode(Source, Project);
        Calls = new OutboundCalls(Source, Team);
        _clientNames = new Lazy<ClientNames>(() => ClientNames.Read(compilation));
        _callNames = new Lazy<CallNames>(() => CallNames.Read(compilation, Team));
        _payloadNames = new Lazy<PayloadNames>(() => PayloadNames.Read(compilation));
        Payloads = new PayloadReads(Source, _payloadNames, ValidationApis.DefaultNames, Team);
        Validations = new ValidationCalls(this);
        UpstreamTypes = new UpstreamTypes(Source, Payloads);
        var made = new MadeTypes(Source);
        AnsweredPayloads = new AnsweredPayloads(Source, UpstreamTypes, made);
        var receivedTypes = new ReceivedTypes(Source, UpstreamTypes, made);
        Summaries = new MethodSummaries(Source, Calls, _callNames);
        Catches = new CatchShapes(Source, Summaries, _callNames);
        Disclosures = new Disclosures(Source);
        UpstreamValues = new PayloadOrigins(Source, followsParts: true);
        var caught = new CaughtFailures(Catches);
        var received = new PayloadOrigins(Source, followsParts: true, followsWebhooks: true);
        Documents = new DocumentChains(Source, received, caught);
        StrictEnums = new StrictEnums(received, caught, UpstreamTypes, receivedTypes);
        OpenSwitches = new OpenSwitches(Source, UpstreamValues, receivedTypes, _callNames);
        DynamicPayloads = new DynamicPayloads(Source, received);
        Clients = new OutboundClients(Source, Calls);
        LateSettings = new LateSettings(Source, Calls);
        Registrations = new ClientRegistrations(Source, Calls, _callNames);
        LostPaths = new LostPaths(Source, Calls, Clients, Registrations);
        Pipelines = new ResiliencePipelines(Source);
        FanOuts = new FanOuts.FanOuts(Source, Summaries, Pipelines);
        TimeoutConflicts = new TimeoutConflicts(Registrations, Pipelines);

        OutboundRetries = new OutboundRetries(this);
        IgnoredTokens = new IgnoredTokens(this);
        Retries = new RetryScopes(Source, Pipelines, Team);
        KeyHandlers = new KeyHandlers(this);
        RetriedWrites = new RetriedWrites(this);
        Urls = new UrlExpressions(this);
        UrlValues = new UrlValues(this);
        UnpinnedVersions = new UnpinnedVersions(this);
        RepeatedClients = new RepeatedClients(this);
        Stacked = new StackedRetries(this);
        Nested = new NestedRetries(this);
        Bodies = new UnboundedReads(this);
        GrpcDeadlines = new GrpcDeadlines(this);
        Waits = new BlockingWaits(Source, Calls, Summaries, _callNames);
        RetriedCalls = new RetriedCalls(this);
        ResentRequests = new ResentRequests(Source, RetriedCalls, Retries);
        SecretOrigins = new SecretOrigins(Source, Team);
        RenewedKeys = new RenewedKeys(Source, RetriedCalls, Retries);
        RenewedHandlerKeys = new RenewedHandlerKeys(this);
        HandedKeys = new HandedKeys(Source);
        WeakKeys = new WeakKeys(this);
        RetryLoops = new RetryLoops(this);
        CountedClauses = new CountedClauses(this);
        HandedCalls = new HandedCalls(this);
        ExecutedRetries = new ExecutedRetries(this);
        Responses = new ResponseUses(this);
    }

    public Compilation Compilation { get; }

    /// <summary>What the team says of its own methods.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>What that is of a method; it says nothing where there is no vocabulary.</summary>
    public TeamApis Team { get; }

    /// <summary>Whether the compilation references any library by which a call can leave the process, or a team says which of its own do.</summary>
    public bool HasIntegrationLibrary { get; }

    /// <summary>What the project is for.</summary>
    public ProjectRole Project { get; }

    /// <summary>Which of its code nobody calls.</summary>
    public UnusedCode Unused { get; }

    /// <summary>Bodies, uses and implementations, bound on demand.</summary>
    public SourceIndex Source { get; }

    /// <summary>The calls that leave the process.</summary>
    public OutboundCalls Calls { get; }

    /// <summary>The clients that this code makes for itself.</summary>
    public OutboundClients Clients { get; }

    /// <summary>Calls for every element of a collection at once.</summary>
    public FanOuts.FanOuts FanOuts { get; }

    /// <summary>The base addresses whose path is lost.</summary>
    public LostPaths LostPaths { get; }

    /// <summary>The settings that are made after a client's first request.</summary>
    public LateSettings LateSettings { get; }

    /// <summary>The clients that this code registers with its container.</summary>
    public ClientRegistrations Registrations { get; }

    /// <summary>Their timeouts that do not go with the pipelines round their requests.</summary>
    public TimeoutConflicts TimeoutConflicts { get; }

    /// <summary>What methods do, followed through their callees.</summary>
    public MethodSummaries Summaries { get; }

    /// <summary>What <c>catch</c> clauses do, and which failures arrive at them.</summary>
    public CatchShapes Catches { get; }

    /// <summary>The policies and pipelines that stand round calls.</summary>
    public ResiliencePipelines Pipelines { get; }

    /// <summary>What of a failed call goes out to our own caller.</summary>
    public Disclosures Disclosures { get; }

    /// <summary>The calls in a pipeline that ignore the token which it hands them.</summary>
    public IgnoredTokens IgnoredTokens { get; }

    /// <summary>The retries of Polly's that stand round outbound calls.</summary>
    public OutboundRetries OutboundRetries { get; }

    /// <summary>What repeats a call.</summary>
    public RetryScopes Retries { get; }

    /// <summary>The handlers that add idempotency keys.</summary>
    public KeyHandlers KeyHandlers { get; }

    /// <summary>The writes that are repeated.</summary>
    public RetriedWrites RetriedWrites { get; }

    /// <summary>The URLs in source and what is sent to them.</summary>
    public UrlExpressions Urls { get; }

    /// <summary>The values that are written into URLs.</summary>
    public UrlValues UrlValues { get; }

    /// <summary>Providers that demand a version which nothing sends.</summary>
    public UnpinnedVersions UnpinnedVersions { get; }

    /// <summary>The handlers that repeat writes.</summary>
    public RepeatedClients RepeatedClients { get; }

    /// <summary>The retries inside retries.</summary>
    public StackedRetries Stacked { get; }

    /// <summary>The retries inside retries that both stand in code.</summary>
    public NestedRetries Nested { get; }

    /// <summary>What reads a body without an end.</summary>
    public UnboundedReads Bodies { get; }

    /// <summary>Which gRPC calls end by themselves.</summary>
    public GrpcDeadlines GrpcDeadlines { get; }

    /// <summary>What holds a thread until an outbound call is answered.</summary>
    public BlockingWaits Waits { get; }

    /// <summary>All outbound calls that are repeated, whatever their verb.</summary>
    public RetriedCalls RetriedCalls { get; }

    /// <summary>Messages and contents that several attempts send.</summary>
    public ResentRequests ResentRequests { get; }

    /// <summary>The values that reach a place which takes a secret.</summary>
    public SecretOrigins SecretOrigins { get; }

    /// <summary>Those that a handler inside a retrying one makes.</summary>
    public RenewedHandlerKeys RenewedHandlerKeys { get; }

    /// <summary>Idempotency keys that each attempt makes anew.</summary>
    public RenewedKeys RenewedKeys { get; }

    /// <summary>Idempotency keys that wrappers get from their callers.</summary>
    public HandedKeys HandedKeys { get; }

    /// <summary>Idempotency keys that are no identity.</summary>
    public WeakKeys WeakKeys { get; }

    /// <summary>Retries written by hand.</summary>
    public RetryLoops RetryLoops { get; }

    /// <summary>The clauses by which those repeat after every exception.</summary>
    public CountedClauses CountedClauses { get; }

    /// <summary>What fails in the helpers that are handed calls.</summary>
    public HandedCalls HandedCalls { get; }

    /// <summary>Retries of Polly's that run outbound calls.</summary>
    public ExecutedRetries ExecutedRetries { get; }

    /// <summary>What becomes of the responses whose status is left to the caller.</summary>
    public ResponseUses Responses { get; }

    /// <summary>Which names may lead to an outbound call: the look before binding.</summary>
    public CallNames CallNames => _callNames.Value;

    /// <summary>Where values come from that are a payload, or a part of one.</summary>
    public PayloadOrigins UpstreamValues { get; }

    /// <summary>Walks through parsed documents.</summary>
    public DocumentChains Documents { get; }

    /// <summary>Texts that are turned into enums by what knows no others.</summary>
    public StrictEnums StrictEnums { get; }

    /// <summary>Switches that say nothing about a value they do not know.</summary>
    public OpenSwitches OpenSwitches { get; }

    /// <summary>Bodies read into <c>dynamic</c>.</summary>
    public DynamicPayloads DynamicPayloads { get; }

    /// <summary>The types that responses are read into.</summary>
    public UpstreamTypes UpstreamTypes { get; }

    /// <summary>The providers' objects that our own endpoints answer with.</summary>
    public AnsweredPayloads AnsweredPayloads { get; }

    /// <summary>Which expressions may make a client: the look before binding.</summary>
    public ClientNames ClientNames => _clientNames.Value;

    /// <summary>Whether, by its words alone, the file has to do with outbound calls, or calls what may make one.</summary>
    public bool IsNearCalls(SyntaxTree tree) => CallNames.IsNear(tree);

    /// <summary>The objects made from bodies, checked by what is known to check.</summary>
    public PayloadReads Payloads { get; }

    /// <summary>Validations, and what is wrong about them.</summary>
    public ValidationCalls Validations { get; }

    /// <summary>The objects made from bodies, checked by methods that are named like this too.</summary>
    public PayloadReads PayloadsCheckedBy(string[] validatorNames) =>
        validatorNames == ValidationApis.DefaultNames
            ? Payloads
            : _payloadsByNames.GetOrAdd(string.Join(",", validatorNames), _ => new PayloadReads(Source, _payloadNames, validatorNames, Team));
}
