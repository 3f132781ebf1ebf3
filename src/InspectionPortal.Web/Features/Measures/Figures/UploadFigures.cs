using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>Reads the figures in a file, to be looked at in the grid. Saves nothing.</summary>
[Requires(Permission.WriteUpdates)]
public sealed class UploadFigures : ICommand<UploadedFigures>
{
    public const long MostBytes = 2 * 1024 * 1024;

    [BindNever]
    public Guid MeasureId { get; set; }

    public IFormFile? File { get; set; }
}

internal sealed class UploadFiguresValidator : AbstractValidator<UploadFigures>
{
    public UploadFiguresValidator()
    {
        RuleFor(c => c.File).Must(f => f is { Length: > 0 }).WithMessage("Choose an Excel workbook (.xlsx) or .csv file that is not empty");
        RuleFor(c => c.File).Must(f => f is null || f.Length <= UploadFigures.MostBytes).WithMessage("The file must be 2 MB or smaller. Keep only the sheet with this measure’s figures");
    }
}

internal sealed class UploadFiguresHandler(PortalDbContext database, ReadingQueue queue, CurrentSession current, TimeProvider time) : IRequestHandler<UploadFigures, Result<UploadedFigures>>
{
    private const string Kinds = "Save the figures as an Excel workbook (.xlsx) or a .csv file.";
    private const int DoubtsShown = 5;

    public async Task<Result<UploadedFigures>> Handle(UploadFigures command, CancellationToken cancellationToken)
    {
        var measure = await database.Measures.AsNoTracking().Where(m => m.Id == command.MeasureId)
            .Select(m => new { m.LeadResponsibilityId }).SingleOrDefaultAsync(cancellationToken);
        if (measure is null)
        {
            return new Missing();
        }

        if (!await FigureAccess.MayEnterAsync(database, current, time, measure.LeadResponsibilityId, cancellationToken))
        {
            return new Denied("Only people who edit the plan or are assigned to this measure can do this.");
        }

        try
        {
            return await queue.RunAsync(current.RequiredTenant.Partnership.Id, budget => Read(command.File!, budget), cancellationToken);
        }
        catch (ImportException exception)
        {
            var message = exception.Message.Split(" Save the plan", 2)[0];
            return Failure.Field(nameof(UploadFigures.File), message == exception.Message ? message : $"{message} {Kinds}");
        }
    }

    private static Result<UploadedFigures> Read(IFormFile file, ReadingBudget budget)
    {
        if (Path.GetExtension(file.FileName).ToUpperInvariant() is not (".XLSX" or ".XLSM" or ".CSV" or ".TSV" or ".TXT"))
        {
            return Failure.Field(nameof(UploadFigures.File), $"This kind of file cannot be read. {Kinds}");
        }

        using var stream = file.OpenReadStream();
        var issues = new ImportIssues();
        var document = DocumentReader.Read(stream, file.FileName, issues, budget);
        var rows = document.Blocks.OfType<SourceTable>().Select(t => FigureTable.Read(Cells(t))).FirstOrDefault(r => r.Count > 0) ?? [];
        if (rows.Count == 0)
        {
            return Failure.Field(nameof(UploadFigures.File), "There are no figures in the file. Add a column called Period or Date and a column called Value, or Numerator and Denominator");
        }

        return new UploadedFigures(rows, [.. issues.InOrder().Where(i => i.Severity != ImportSeverity.Info).Take(DoubtsShown).Select(i => $"{i.Where}: {i.Message}")]);
    }

    private static List<IReadOnlyList<string>> Cells(SourceTable table) =>
        [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. Enumerable.Repeat("", r.Before), .. r.Cells.SelectMany(c => Enumerable.Repeat("", c.Across - 1).Prepend(c.Text))])];
}
