using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Libraries of windows: a program that references one serves the person in front of it.</summary>
internal static class DesktopApis
{
    private static readonly string[] Windows =
    [
        "System.Windows.Window", "System.Windows.Forms.Form", "Avalonia.Controls.Window", "Microsoft.UI.Xaml.Window", "Microsoft.Maui.Controls.Window", "Xamarin.Forms.Page", "Windows.UI.Xaml.Window",
        "Uno.UI.Xaml.Window", "Gtk.Window", "Android.App.Activity", "UIKit.UIViewController",
    ];

    public static bool Any(Compilation compilation)
    {
        foreach (var name in Windows)
        {
            if (compilation.GetTypeByMetadataName(name) is not null)
                return true;
        }

        return false;
    }
}
