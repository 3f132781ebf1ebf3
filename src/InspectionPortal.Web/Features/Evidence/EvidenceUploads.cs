using System.Globalization;
using System.Text;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A form that was read: its fields, and what became of its file. Disposing removes a file that nothing kept.</summary>
public sealed class EvidenceUpload(EvidenceStore store, IFormCollection fields, Receipt? receipt) : IDisposable
{
    public StoredFile? File => receipt?.File;

    public string? Problem => receipt?.Problem;

    /// <summary>The fields, as model binding takes them.</summary>
    public IValueProvider Values { get; } = new FormValueProvider(BindingSource.Form, fields, CultureInfo.CurrentCulture);

    public void Dispose()
    {
        if (File is not null)
        {
            store.Discard(File);
        }
    }
}

/// <summary>Reads a form with a file part by part. The token must come first, in a header or as the first field; the file is never held in memory.</summary>
public sealed class EvidenceUploads(EvidenceStore store, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options, CurrentSession current)
{
    /// <summary>Name of the file's field.</summary>
    public const string FileField = "File";

    private const int PartsMaximum = 1000;
    private const int TextMaxBytes = 1024 * 1024;
    private const int BoundaryMaxLength = 100;

    /// <summary>Reads the form of the current request for the command of type <typeparamref name="TCommand"/>.</summary>
    /// <exception cref="MessageRefusedException">The person may not run that command; nothing was read.</exception>
    /// <exception cref="BadHttpRequestException">No valid token stood first, or it is not such a form; nothing was kept.</exception>
    public async Task<EvidenceUpload> ReadAsync<TCommand>(HttpContext context, CancellationToken cancellationToken)
    {
        Refuse(MessageAccess.Judge(typeof(TCommand), current));
        var reader = new MultipartReader(Boundary(context.Request), context.Request.Body);
        var isTrusted = context.Request.Headers.ContainsKey(options.Value.HeaderName!);
        if (isTrusted)
        {
            await CheckTokenAsync(context);
        }

        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        Receipt? receipt = null;
        var left = TextMaxBytes;
        try
        {
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
                    receipt = await ReceiveAsync(name, about, section, receipt, cancellationToken);
                }
                else
                {
                    var text = await TextAsync(section, left, cancellationToken);
                    left -= text.Length;
                    fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), text);
                }
            }

            return new EvidenceUpload(store, new FormCollection(fields), receipt);
        }
        catch
        {
            if (receipt?.File is not null)
            {
                store.Discard(receipt.File);
            }

            throw;
        }
    }

    private static void Refuse(Verdict verdict)
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

    private async Task<Receipt?> ReceiveAsync(
        string name, ContentDispositionHeaderValue about, MultipartSection section, Receipt? before, CancellationToken cancellationToken)
    {
        var given = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString();
        if (!name.Equals(FileField, StringComparison.OrdinalIgnoreCase) || before is not null || given.Length == 0)
        {
            return before;
        }

        return await store.ReceiveAsync(section.Body, given, current.RequiredTenant.Partnership.Id, cancellationToken);
    }

    private static async Task<string> TextAsync(MultipartSection section, int left, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; (read = await EvidenceStore.ReadPieceAsync(section.Body, buffer, cancellationToken)) > 0;)
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
