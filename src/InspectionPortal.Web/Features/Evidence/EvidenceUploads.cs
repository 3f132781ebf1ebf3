using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Reads a form with a file of evidence, which goes to the store as it passes and is never held in memory.</summary>
public sealed class EvidenceUploads(EvidenceStore store, StreamedForms forms, CurrentSession current)
{
    /// <summary>Name of the file's field.</summary>
    public const string FileField = "File";

    /// <summary>Reads the form of the current request for the command of type <typeparamref name="TCommand"/>.</summary>
    /// <exception cref="Infrastructure.Pipeline.MessageRefusedException">The person may not run that command; nothing was read.</exception>
    /// <exception cref="BadHttpRequestException">No valid token stood first, or it is not such a form; nothing was kept.</exception>
    public async Task<EvidenceUpload> ReadAsync<TCommand>(HttpContext context, CancellationToken cancellationToken)
    {
        Receipt? receipt = null;
        try
        {
            var fields = await forms.ReadAsync<TCommand>(
                context,
                async (field, given, content, token) =>
                {
                    if (field.Equals(FileField, StringComparison.OrdinalIgnoreCase) && receipt is null)
                    {
                        receipt = await store.ReceiveAsync(content, given, current.RequiredTenant.Partnership.Id, token);
                    }
                },
                cancellationToken);
            return new EvidenceUpload(store, fields, receipt);
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
}
