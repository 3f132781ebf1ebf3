using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Reads a form with a file of evidence, which goes to the store as it passes and is never held in memory.</summary>
public sealed class EvidenceUploads(EvidenceStore store, StreamedForms forms, CurrentSession current, ScanRule scans)
{
    /// <summary>Name of the file's field.</summary>
    public const string FileField = "File";

    private const int FilesMaximum = 50;

    /// <summary>Reads the form of the current request for the command of type <typeparamref name="TCommand"/>.</summary>
    /// <exception cref="Infrastructure.Pipeline.MessageRefusedException">The person may not run that command; nothing was read.</exception>
    /// <exception cref="BadHttpRequestException">No valid token stood first, or it is not such a form; nothing was kept.</exception>
    public async Task<EvidenceUpload> ReadAsync<TCommand>(HttpContext context, CancellationToken cancellationToken)
    {
        var receipts = new List<Receipt>();
        try
        {
            var fields = await forms.ReadAsync<TCommand>(
                context,
                async (field, given, content, token) =>
                {
                    if (field.Equals(FileField, StringComparison.OrdinalIgnoreCase) && receipts.Count < FilesMaximum)
                    {
                        receipts.Add(await ReceiveAsync(content, given, token));
                    }
                },
                cancellationToken);
            return new EvidenceUpload(store, fields, receipts);
        }
        catch
        {
            receipts.ForEach(r => store.Discard(r.File?.StorageName));

            throw;
        }
    }

    private async Task<Receipt> ReceiveAsync(Stream content, string given, CancellationToken cancellationToken) => scans.TakesFiles
        ? await store.ReceiveAsync(content, given, current.RequiredTenant.Partnership.Id, cancellationToken)
        : Receipt.Refused(EvidenceLabels.NoScanner);
}
