namespace IntegrationAnalyzers.Tests.Verification.Toys;

/// <summary>The source the toys are tried on.</summary>
internal static class ToySource
{
    public static string Calling(string statements) => $$"""
        class C
        {
            void Bad() { }
            void Good() { }
            void Worse() { }
            [System.Obsolete] void Old() { }

            void M()
            {
                {{statements}}
            }
        }
        """;
}
