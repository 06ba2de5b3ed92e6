using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>A client that the factory is asked for by a name which the code says.</summary>
/// <param name="Argument">The name as written.</param>
/// <param name="Name">Its text.</param>
/// <param name="IsRegistered">Whether this compilation registers that name; unknown where other code may.</param>
/// <param name="Nearest">The registered name that looks most like it; null where none does, or two do.</param>
internal sealed record CreatedClient(IOperation Argument, string Name, Certainty IsRegistered, string? Nearest)
{
    /// <summary>The client, or null where the call asks for none, or by no name that the code says.</summary>
    public static CreatedClient? Read(IInvocationOperation invocation, ClientRegistrations registrations, SourceIndex source, CancellationToken cancellationToken)
    {
        if (!RegistrationApis.CreatesClient(invocation.TargetMethod) || invocation.Argument("name") is not { } argument ||
            HelperPath.Empty.Text(argument, source, cancellationToken) is not { Length: > 0 } name)
        {
            return null;
        }

        if (registrations.Named(name, cancellationToken) is not null)
            return new CreatedClient(argument, name, Certainty.Yes, null);
        var nearest = NearestTo(name, registrations, cancellationToken, out var isKnown);
        return new CreatedClient(argument, name, isKnown && registrations.IsWhole(cancellationToken) == Certainty.Yes ? Certainty.No : Certainty.Unknown, nearest);
    }

    private static string? NearestTo(string name, ClientRegistrations registrations, CancellationToken cancellationToken, out bool isKnown)
    {
        isKnown = false;
        string? nearest = null;
        var best = Math.Max(2, name.Length / 3) + 1;
        foreach (var registration in registrations.All(cancellationToken))
        {
            // A name that the code does not say may be this one.
            if (registration.IsNameUnknown || (registration.Name is null && registration.Kind == RegistrationKind.Refit && registration.Invocation.Argument("httpClientName") is not null))
            {
                isKnown = false;
                return null;
            }

            if (registration.Name is not { Length: > 0 } other)
                continue;
            isKnown = true;
            var distance = Distance(name.ToUpperInvariant(), other.ToUpperInvariant());
            if (distance < best)
                (best, nearest) = (distance, other);
            else if (distance == best && other != nearest)
                nearest = null;
        }

        return nearest;
    }

    /// <summary>How many letters to change, leave out or put in.</summary>
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
