using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Libraries of windows: a program that references one serves the person in front of it.</summary>
internal static class DesktopApis
{
    private static readonly string[] Windows =
    [
        "System.Windows.Window", "System.Windows.Forms.Form", "Avalonia.Controls.Window", "Microsoft.UI.Xaml.Window", "Microsoft.Maui.Controls.Window", "Xamarin.Forms.Page", "Windows.UI.Xaml.Window",
        "Gtk.Window", "Android.App.Activity", "UIKit.UIViewController",
    ];

    /// <summary>The assemblies that those types stand in: which are referenced is known before a namespace of theirs is read.</summary>
    private static readonly HashSet<string> Assemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        "PresentationFramework", "System.Windows.Forms", "Avalonia.Controls", "Microsoft.WinUI", "Microsoft.UI.Xaml", "Microsoft.Maui.Controls", "Xamarin.Forms.Core", "Windows", "Windows.UI.Xaml",
        "Windows.Foundation.UniversalApiContract", "Microsoft.Windows.SDK.NET", "GtkSharp", "gtk-sharp", "Mono.Android", "Xamarin.iOS", "Xamarin.Mac", "Microsoft.iOS", "Microsoft.MacCatalyst",
    };

    /// <summary>What the code of windows names, where their library is missing.</summary>
    private static readonly HashSet<uint> Words =
        TextWords.Hashes(["RoutedEventArgs", "DependencyProperty", "FrameworkElement", "WindowStartupLocation", "AvaloniaProperty", "FormClosingEventArgs", "MessageBoxButtons"]);

    public static bool Any(Compilation compilation)
    {
        var isReferenced = References.Any(compilation, Assemblies);
        foreach (var name in Windows)
        {
            if ((isReferenced ? compilation.FindType(name) : compilation.Assembly.GetTypeByMetadataName(name)) is not null)
                return true;
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            var words = TreeIndex.Of(tree).Words;
            // A UserControl of a web form has no Windows beside it.
            if (words.ContainsAny(Words) || (words.Contains("UserControl") && words.Contains("Windows")))
                return true;
        }

        return false;
    }
}
