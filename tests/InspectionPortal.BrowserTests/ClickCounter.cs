using Microsoft.Playwright;

namespace InspectionPortal.BrowserTests;

/// <summary>Counts what a person presses with a mouse or finger, across pages of one tab.</summary>
internal static class ClickCounter
{
    private const string Script =
        "addEventListener('pointerdown', () => sessionStorage.setItem('clicks', Number(sessionStorage.getItem('clicks') ?? 0) + 1), true);";

    /// <summary>Begins to count, from the next page on and on this one.</summary>
    public static async Task CountClicksAsync(this Visitor visitor)
    {
        await visitor.Page.AddInitScriptAsync(Script);
        await visitor.Page.ReloadAsync();
        await visitor.ForgetClicksAsync();
    }

    /// <summary>Begins again, at nothing unless told otherwise.</summary>
    public static Task ForgetClicksAsync(this Visitor visitor, int from = 0) =>
        visitor.Page.EvaluateAsync("from => sessionStorage.setItem('clicks', from)", from);

    /// <summary>How often somebody pressed since.</summary>
    public static Task<int> ClicksAsync(this Visitor visitor) => visitor.Page.EvaluateAsync<int>("() => Number(sessionStorage.getItem('clicks'))");

    /// <summary>Presses something and waits for what follows, without a look at the page.</summary>
    public static async Task ClickAsync(this Visitor visitor, string selector)
    {
        await visitor.Page.Locator(selector).First.ClickAsync();
        await visitor.Page.WaitForLoadStateAsync();
    }

    /// <summary>Chooses an option of a list, which a browser shows in a window of its own: counted as one press.</summary>
    public static async Task ChooseFromListAsync(this Visitor visitor, string selector, int index)
    {
        await visitor.Page.Locator(selector).First.SelectOptionAsync(new SelectOptionValue { Index = index });
        await visitor.Page.EvaluateAsync("() => sessionStorage.setItem('clicks', Number(sessionStorage.getItem('clicks')) + 1)");
    }

    /// <summary>Chooses a file with the control that <paramref name="selector"/> names: one click on it, then the dialog of the system.</summary>
    public static async Task ChooseFileAsync(this Visitor visitor, string selector, string name, byte[] bytes)
    {
        var chooser = await visitor.Page.RunAndWaitForFileChooserAsync(() => visitor.Page.Locator(selector).First.ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
    }
}
