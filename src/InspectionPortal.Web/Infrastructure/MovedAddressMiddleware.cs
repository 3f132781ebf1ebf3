using System.Text.RegularExpressions;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Sends a reader from an address that was renamed to the new one, so that bookmarks and links in e-mails still work.</summary>
public sealed partial class MovedAddressMiddleware(RequestDelegate next)
{
    private const string Id = "[0-9A-Fa-f-]{36}";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isGet = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!isGet || NewPath(request.Path.Value ?? string.Empty) is not { } path)
        {
            return next(context);
        }

        var address = $"{request.PathBase.Add(path).ToUriComponent()}{request.QueryString.ToUriComponent()}";
        context.Response.Redirect(address, permanent: true);
        return Task.CompletedTask;
    }

    private static string? NewPath(string path) => Moved(Test().Match(path), "tests-of-change") ?? Moved(Point().Match(path), "figures");

    private static string? Moved(Match match, string word) =>
        match.Success ? $"{match.Groups["before"].Value}/{word}/{match.Groups["after"].Value}" : null;

    [GeneratedRegex($"^(?<before>/projects/{Id}|)/tests/(?<after>new|{Id}/edit)$", RegexOptions.NonBacktracking)]
    private static partial Regex Test();

    [GeneratedRegex($"^(?<before>/measures/{Id}|)/points/(?<after>new|{Id}/(?:edit|exclude))$", RegexOptions.NonBacktracking)]
    private static partial Regex Point();
}
