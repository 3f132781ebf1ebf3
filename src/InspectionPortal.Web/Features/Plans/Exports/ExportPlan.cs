using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Rows;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>
/// The plan, or what filters leave of it, as a file: what a meeting expects on its table, and what imports again to the same plan.
/// </summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record ExportPlan(PlanFilter Filter, PlanFormat Format) : IQuery<PlanFile>;

internal sealed class ExportPlanHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<ExportPlan, PlanFile?>
{
    public async Task<PlanFile?> Handle(ExportPlan request, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Layout;
        var page = await new GetPlanHandler(database, current, clock, time).Handle(new GetPlan(request.Filter, Whole: true, Everything(own)), cancellationToken);
        if (page?.Plan is not { } plan)
        {
            return null;
        }

        var file = Temporary();
        try
        {
            Write(page, request.Format, await CopyAsync(page, cancellationToken), file);
            file.Position = 0;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        return new PlanFile(file, Name(page, request.Format), ContentType(request.Format), plan.Title, request.Format);
    }

    /// <summary>
    /// What goes with the whole plan of a member. A part of a plan is often for somebody else, and so is what a link officer reads: the
    /// file then holds what it shows and no more.
    /// </summary>
    private async Task<PlanCopy?> CopyAsync(PlanPage page, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        return access.IsByGrant || !page.Filter.IsEmpty
            ? null
            : PlanCopyBuilder.Build(
                page, new PlanCopySettings(access.Partnership.Vocabulary, access.Partnership.Layout, access.Partnership.RagKey),
                await PlanCopyReader.ReadAsync(database, access.Partnership.Id, page.PlanId, cancellationToken));
    }

    private static void Write(PlanPage page, PlanFormat format, PlanCopy? copy, Stream file)
    {
        switch (format)
        {
            case PlanFormat.Word:
                DocxExport.Write(page, copy, file);
                break;
            case PlanFormat.Excel:
                SheetExport.Write(page, copy, file);
                break;
            default:
                CsvExport.Write(page, copy, file);
                break;
        }
    }

    /// <summary>The partnership's columns and whatever they lack, so that nothing is left unread.</summary>
    private static PlanLayout Everything(PlanLayout own) => own with
    {
        Columns = [.. own.Columns, .. Enum.GetValues<PlanField>().Where(f => !own.Has(f)).Select(f => new PlanColumn(f, null))],
    };

    /// <summary>On disk and not in memory, however large the plan.</summary>
    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });

    private string Name(PlanPage page, PlanFormat format)
    {
        var ending = format switch
        {
            PlanFormat.Word => "docx",
            PlanFormat.Excel => "xlsx",
            _ => "csv",
        };
        var part = page.Filter.IsEmpty ? string.Empty : "-filtered";
        return $"{current.RequiredTenant.Partnership.Slug}-plan{part}-{clock.Today:yyyy-MM-dd}.{ending}";
    }

    internal static string ContentType(PlanFormat format) => format switch
    {
        PlanFormat.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        PlanFormat.Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "text/csv; charset=utf-8",
    };
}
