namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Folders that are named for tests or samples: nothing of them is deployed.</summary>
internal static class TestFolders
{
    /// <summary>Whether the file's folder, or the one above, is such a one: <c>tests/Shop.Api/</c>, <c>Shop.Testsite/</c>, <c>test-console/</c>, <c>samples/MvcApp/</c>.</summary>
    public static bool Hold(string path)
    {
        var folders = path.Split('/', '\\');
        for (var i = folders.Length - 2; i >= 0 && i >= folders.Length - 3; i--)
        {
            foreach (var word in NameWords.Split(folders[i]))
            {
                if (word is "test" or "tests" or "testing" or "testsite" or "testapp" or "testapplication" or "unittests" or "integrationtests"
                    or "sample" or "samples" or "example" or "examples")
                    return true;
            }
        }

        return false;
    }
}
