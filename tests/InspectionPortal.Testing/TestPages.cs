using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace InspectionPortal.Testing;

/// <summary>A page that came back, as HTML to look into and forms to send.</summary>
public sealed class TestPage(HttpClient client, HttpResponseMessage response, IHtmlDocument document, string html)
{
    public HttpClient Client => client;

    public HttpStatusCode Status => response.StatusCode;

    public HttpResponseMessage Response => response;

    public IHtmlDocument Document => document;

    public string Html => html;

    /// <summary>The words of the page's main part, with white space made single.</summary>
    public string Text => string.Join(' ', (document.QuerySelector("main") ?? document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string? Location => response.Headers.Location?.OriginalString;

    public IReadOnlyList<string> Errors => [.. document.QuerySelectorAll(".govuk-error-summary__list li").Select(e => e.TextContent.Trim())];

    public IElement Find(string selector) => document.QuerySelector(selector) ?? throw new Xunit.Sdk.XunitException($"No {selector} in:\n{Text}");

    /// <summary>Sends the form that <paramref name="selector"/> names, with its fields as they are but for those given. A null value leaves a field out.</summary>
    public async Task<TestPage> SubmitAsync(string selector, params (string Name, string? Value)[] fields)
    {
        var form = (IHtmlFormElement)Find(selector);
        var values = FieldsOf(form).Where(f => fields.All(o => o.Name != f.Key)).ToList();
        values.AddRange(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : response.RequestMessage!.RequestUri!.PathAndQuery;
        using var content = new FormUrlEncodedContent(values);
        return await client.SendFormAsync(action, content);
    }

    /// <summary>Sends the form's fields to another address, as a browser does that is told to send the form there.</summary>
    public async Task<TestPage> SubmitToAsync(string selector, string address)
    {
        using var content = new FormUrlEncodedContent(FieldsOf((IHtmlFormElement)Find(selector)));
        return await client.SendFormAsync(address, content);
    }

    /// <summary>The named fields of a form as a browser would send them, but for submit buttons and files.</summary>
    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked && box.Name is { Length: > 0 }:
                    yield return KeyValuePair.Create(box.Name, box.Value);
                    break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "submit" or "file") } input when input.Name is { Length: > 0 }:
                    yield return KeyValuePair.Create(input.Name, input.Value);
                    break;
                case IHtmlTextAreaElement area when area.Name is { Length: > 0 }:
                    yield return KeyValuePair.Create(area.Name, area.Value);
                    break;
                case IHtmlSelectElement select when select.Name is { Length: > 0 }:
                    foreach (var option in select.SelectedOptions)
                    {
                        yield return KeyValuePair.Create(select.Name, option.Value);
                    }

                    break;
            }
        }
    }
}

/// <summary>Asking for pages as a browser does.</summary>
public static class TestPages
{
    /// <summary>Gets a page, whatever its status.</summary>
    public static async Task<TestPage> GetPageAsync(this HttpClient client, string path)
    {
        var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await PageAsync(client, response);
    }

    /// <summary>The address of a partnership's plan, as the address it had before leads to it.</summary>
    public static async Task<string> PlanPathAsync(this HttpClient client, string slug) =>
        (await client.GetPageAsync($"/{slug}/plan")).Location ?? throw new Xunit.Sdk.XunitException($"No plan of {slug} for this person.");

    /// <summary>Gets a page and follows redirects within the portal.</summary>
    public static async Task<TestPage> OpenAsync(this HttpClient client, string path)
    {
        var page = await client.GetPageAsync(path);
        return await client.FollowAsync(page);
    }

    /// <summary>Follows a redirect, if it is one.</summary>
    public static async Task<TestPage> FollowAsync(this HttpClient client, TestPage page)
    {
        for (var hops = 0; page.Location is { } location && hops < 5; hops++)
        {
            page = await client.GetPageAsync(location);
        }

        return page;
    }

    public static async Task<TestPage> SendFormAsync(this HttpClient client, string path, HttpContent content)
    {
        var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await PageAsync(client, response);
    }

    /// <summary>Sends a request that a test has made by hand.</summary>
    public static async Task<TestPage> SendForPageAsync(this HttpClient client, HttpRequestMessage request) =>
        await PageAsync(client, await client.SendAsync(request));

    /// <summary>Holds that the page is there and well.</summary>
    public static TestPage ShouldBeOk(this TestPage page)
    {
        Assert.True(page.Status == HttpStatusCode.OK, $"{(int)page.Status} {page.Response.RequestMessage?.RequestUri}\n{page.Location}\n{page.Text}");
        return page;
    }

    private static async Task<TestPage> PageAsync(HttpClient client, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = await new HtmlParser(new HtmlParserOptions(), BrowsingContext.New()).ParseDocumentAsync(html);
        return new TestPage(client, response, document, html);
    }
}
