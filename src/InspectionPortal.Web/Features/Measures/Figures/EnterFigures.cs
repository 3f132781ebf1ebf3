using System.Globalization;
using FluentValidation;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>
/// Enters the figures of a measure, a row a period, all or none. Rows of stored figures can be corrected with a reason. Sent twice it
/// enters once: a period
/// that is stored with the same figure is there already.
/// </summary>
[CanUndo]
[Requires(Permission.WriteUpdates)]
public sealed class EnterFigures : ICommand<Saved>
{
    /// <summary>So many rows are taken at once.</summary>
    public const int MostRows = 200;

    [BindNever]
    public Guid MeasureId { get; set; }

    public List<FigureCells> Rows { get; set; } = [];

    /// <summary>Why stored figures are corrected.</summary>
    public string? Why { get; set; }

    /// <summary>Rows from a spreadsheet, to be put into the grid.</summary>
    public string? Pasted { get; set; }

    public FigureStep Step { get; set; }
}

internal sealed class EnterFiguresValidator : AbstractValidator<EnterFigures>
{
    public EnterFiguresValidator()
    {
        RuleFor(c => c.Rows).Must(rows => rows.Count <= EnterFigures.MostRows)
            .WithMessage($"Enter {EnterFigures.MostRows} rows or fewer at a time");
        RuleFor(c => c.Why).MaxLength(Measure.ReasonMaxLength);
    }
}

internal sealed class EnterFiguresHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<EnterFigures, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EnterFigures command, CancellationToken cancellationToken)
    {
        var measure = await database.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == command.MeasureId, cancellationToken);
        if (measure is null)
        {
            return new Missing();
        }

        if (!await FigureAccess.MayEnterAsync(database, current, time, measure.LeadResponsibilityId, cancellationToken))
        {
            return new Denied("Only people who edit the plan or are assigned to this measure can do this.");
        }

        var stored = await database.DataPoints.Where(p => p.MeasureId == measure.Id).ToListAsync(cancellationToken);
        var terms = new MeasureContext(measure.Id, measure.Unit, FigurePeriods.Of(measure.Frequency), clock.Today);
        var check = new FigureCheck(terms, stored);
        var readings = check.Read(command.Rows);
        if (Stale(command, readings, stored) is { } conflict)
        {
            return conflict;
        }

        var isCorrecting = readings.Any(r => r.State == FigureRowState.Corrected);
        if (isCorrecting && command.Why is null)
        {
            check.Errors.Add(new FieldError(nameof(EnterFigures.Why), "Enter why you are correcting earlier figures. The old figures are kept in the history"));
        }

        return check.Errors.Count > 0 ? new Invalid(check.Errors) : await SaveAsync(command, readings, stored, terms, cancellationToken);
    }

    /// <summary>Somebody else changed a figure that is changed here.</summary>
    private static Conflict? Stale(EnterFigures command, IReadOnlyList<FigureReading> readings, List<DataPoint> stored)
    {
        var changed = command.Rows.Zip(readings)
            .Where(r => r.Second.State is FigureRowState.Corrected or FigureRowState.NoteChanged or FigureRowState.Wrong)
            .Select(r => (Row: r.First, Point: stored.Find(p => p.Id == r.First.PointId)))
            .FirstOrDefault(r => r.Point is not null && r.Point.Version != r.Row.Version);
        return changed.Point is null
            ? null
            : new Conflict($"Someone else changed {changed.Point.DateText ?? TypedInput.Show(changed.Point.Date)} while you were typing. It is now {changed.Point.ValueText}. Your changes are not saved yet.");
    }

    private async Task<Result<Saved>> SaveAsync(
        EnterFigures command, IReadOnlyList<FigureReading> readings, List<DataPoint> stored, MeasureContext terms, CancellationToken cancellationToken)
    {
        var hand = new EnteredBy(current.RequiredPerson.UserId, time.GetUtcNow());
        var taken = stored.Select(p => p.Id).ToHashSet();
        var next = stored.Count == 0 ? 0 : stored.Max(p => p.Position) + 1;
        for (var i = 0; i < readings.Count; i++)
        {
            var (row, reading) = (command.Rows[i], readings[i]);
            switch (reading.State)
            {
                case FigureRowState.New:
                    var added = FigureWriter.New(terms, row, reading, next++, hand, taken);
                    taken.Add(added.Id);
                    database.Add(added);
                    break;
                case FigureRowState.Corrected:
                    database.Add(FigureWriter.Correct(terms, Stored(row), row, reading, command.Why!, hand));
                    break;
                case FigureRowState.NoteChanged:
                    Stored(row).Note = row.Note;
                    break;
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{terms.MeasureId}", Notice(readings));

        DataPoint Stored(FigureCells row) => stored.Single(p => p.Id == row.PointId);
    }

    private static string Notice(IReadOnlyList<FigureReading> readings)
    {
        string? Say(string many, string one, params FigureRowState[] states)
        {
            var count = readings.Count(r => states.Contains(r.State));
            return count == 0 ? null : count == 1 ? one : string.Format(CultureInfo.InvariantCulture, many, count);
        }

        var parts = new[]
        {
            Say("{0} figures added.", "1 figure added.", FigureRowState.New),
            Say("{0} figures corrected. The history shows the old figures.", "1 figure corrected. The history shows the old figure.", FigureRowState.Corrected),
            Say("{0} notes saved.", "1 note saved.", FigureRowState.NoteChanged),
            Say("{0} figures were already there and are not changed.", "1 figure was already there and is not changed.", FigureRowState.There),
        };
        var said = string.Join(" ", parts.Where(p => p is not null));
        return said.Length == 0 ? "There are no changes to save" : said;
    }
}

/// <summary>Who may enter a measure's figures: who may edit the plan, and who holds the measure's own lead responsibility.</summary>
internal static class FigureAccess
{
    public static async Task<bool> MayEnterAsync(
        PortalDbContext database, CurrentSession current, TimeProvider time, Guid? responsibilityId, CancellationToken cancellationToken)
    {
        if (current.RequiredTenant.Has(Permission.EditPlan))
        {
            return true;
        }

        var held = database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        return responsibilityId is { } id && await held.AnyAsync(h => h == id, cancellationToken);
    }
}
