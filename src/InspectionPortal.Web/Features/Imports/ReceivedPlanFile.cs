using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>A file that was sent, in memory: 10 MB at most.</summary>
/// <param name="FileName">Its name, made safe.</param>
/// <param name="Data">Its bytes.</param>
/// <param name="IsTooLarge">True where it was larger and the rest was not taken.</param>
public sealed record ReceivedPlanFile(string FileName, byte[] Data, bool IsTooLarge)
{
    /// <summary>Takes what is sent as far as it may be taken.</summary>
    public static async Task<ReceivedPlanFile> TakeAsync(string givenName, Stream content, CancellationToken cancellationToken)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await StreamedForms.ReadPieceAsync(content, buffer, cancellationToken)) > 0;)
        {
            if (taken.Length + read > PlanImport.MaxBytes)
            {
                return new ReceivedPlanFile(EvidenceFileName.Safe(givenName), [], IsTooLarge: true);
            }

            await taken.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return new ReceivedPlanFile(EvidenceFileName.Safe(givenName), taken.ToArray(), IsTooLarge: false);
    }
}
