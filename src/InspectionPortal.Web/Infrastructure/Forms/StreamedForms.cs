using System.Text;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>
/// Reads a form with files part by part. The token must come first, in a header or as the first field; a file is never held by the
/// framework.
/// </summary>
public sealed class StreamedForms(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options, CurrentSession current)
{
    private const int PartsMaximum = 1000;
    private const int TextMaxBytes = 1024 * 1024;
    private const int BoundaryMaxLength = 100;

    /// <summary>
    /// Reads the form of the current request for the command of type <typeparamref name="TCommand"/>; returns its fields.
    /// </summary>
    /// <exception cref="MessageRefusedException">The person may not run that command; nothing was read.</exception>
    /// <exception cref="BadHttpRequestException">No valid token stood first, or it is not such a form; nothing was kept.</exception>
    public async Task<FormCollection> ReadAsync<TCommand>(HttpContext context, ReceiveFile receive, CancellationToken cancellationToken)
    {
        Refuse(MessageAccess.Judge(typeof(TCommand), current));
        var reader = new MultipartReader(Boundary(context.Request), context.Request.Body);
        var isTrusted = context.Request.Headers.ContainsKey(options.Value.HeaderName!);
        if (isTrusted)
        {
            await CheckTokenAsync(context);
        }

        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        var left = TextMaxBytes;
        var parts = 0;
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            if (++parts > PartsMaximum || section.GetContentDispositionHeader() is not { } about)
            {
                throw new BadHttpRequestException("The form has too many parts, or one without a name.");
            }

            var name = HeaderUtilities.RemoveQuotes(about.Name).ToString();
            if (!isTrusted)
            {
                await TrustAsync(context, name, section, cancellationToken);
                isTrusted = true;
            }
            else if (about.IsFileDisposition())
            {
                var given = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString();
                if (given.Length > 0)
                {
                    await receive(name, given, section.Body, cancellationToken);
                }
            }
            else
            {
                var text = await TextAsync(section, left, cancellationToken);
                left -= text.Length;
                fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), text);
            }
        }

        return new FormCollection(fields);
    }

    /// <summary>Refuses whoever may not, as the pipeline would, before anything is read.</summary>
    /// <exception cref="MessageRefusedException">The verdict is not that it is allowed.</exception>
    public static void Refuse(Verdict verdict)
    {
        if (verdict != Verdict.Allowed)
        {
            throw new MessageRefusedException(verdict switch
            {
                Verdict.Hidden => StatusCodes.Status404NotFound,
                Verdict.SignInFirst => StatusCodes.Status401Unauthorized,
                _ => StatusCodes.Status403Forbidden,
            });
        }
    }

    private static string Boundary(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString()
                : string.Empty;
        return boundary.Length is > 0 and <= BoundaryMaxLength
            ? boundary
            : throw new BadHttpRequestException("The form must be sent in parts.");
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form broke off.", broken);
        }
    }

    private async Task TrustAsync(HttpContext context, string name, MultipartSection section, CancellationToken cancellationToken)
    {
        if (name == options.Value.FormFieldName)
        {
            context.Request.Headers[options.Value.HeaderName!] = await TextAsync(section, TextMaxBytes, cancellationToken);
        }

        await CheckTokenAsync(context);
    }

    private async Task CheckTokenAsync(HttpContext context)
    {
        // Without the header the framework would look for the token in the form, and read all of it.
        if (!context.Request.Headers.ContainsKey(options.Value.HeaderName!))
        {
            throw new BadHttpRequestException("The form's token must come first.");
        }

        try
        {
            await antiforgery.ValidateRequestAsync(context);
        }
        catch (AntiforgeryValidationException invalid)
        {
            throw new BadHttpRequestException("The form's token is not valid.", invalid);
        }
    }

    /// <summary>Reads what was sent. A form that breaks off is the sender's error, not ours.</summary>
    public static async ValueTask<int> ReadPieceAsync(Stream content, Memory<byte> into, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(into, cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form broke off.", broken);
        }
    }

    private static async Task<string> TextAsync(MultipartSection section, int left, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; (read = await ReadPieceAsync(section.Body, buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > left)
            {
                throw new BadHttpRequestException("The form holds too much text.", StatusCodes.Status413PayloadTooLarge);
            }

            await bytes.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
