using FluentValidation;
using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>Enters one period's figures of many measures, all or none. What is entered already is not changed here.</summary>
[CanUndo]
[Requires(Permission.WriteUpdates)]
public sealed class EnterFiguresOfPeriod : ICommand<Saved>
{
    public string? Period { get; set; }

    public List<PeriodCells> Rows { get; set; } = [];
}

internal sealed class EnterFiguresOfPeriodValidator : AbstractValidator<EnterFiguresOfPeriod>
{
    public EnterFiguresOfPeriodValidator()
    {
        RuleFor(c => c.Rows).Must(rows => rows.Count <= EnterFigures.MostRows).WithMessage($"Enter {EnterFigures.MostRows} figures or fewer at a time");
        RuleFor(c => c.Period).Required("Enter the period, like 30 September 2020");
    }
}

internal sealed class EnterFiguresOfPeriodHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<EnterFiguresOfPeriod, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EnterFiguresOfPeriod command, CancellationToken cancellationToken)
    {
        var sources = (await PeriodSources.ReadAsync(database, current, time, cancellationToken)).ToDictionary(s => s.Measure.Id);
        if (sources.Count == 0 && !current.RequiredTenant.Has(Permission.EditPlan))
        {
            return new Denied("Only people who edit the plan or are assigned to a measure can do this.");
        }

        var (errors, entered, there) = (new List<FieldError>(), 0, 0);
        var hand = new EnteredBy(current.RequiredPerson.UserId, time.GetUtcNow());
        var seen = new HashSet<Guid>();
        for (var i = 0; i < command.Rows.Count; i++)
        {
            var row = command.Rows[i];
            var cells = new FigureCells { When = command.Period, Value = row.Value, Note = row.Note };
            if (cells.SaysNothing)
            {
                continue;
            }

            if (!sources.TryGetValue(row.MeasureId, out var source) || !seen.Add(row.MeasureId))
            {
                errors.Add(new FieldError($"Rows[{i}].Value", "Enter one figure for each measure in the list"));
                continue;
            }

            var place = new FieldLocation($"Rows[{i}]", EnglishText.Cut(source.Measure.Title, 60));
            var terms = new MeasureContext(row.MeasureId, source.Measure.Unit, source.Periods, clock.Today);
            var check = new FigureCheck(terms, source.Points, _ => place);
            var reading = check.Read([cells])[0];
            errors.AddRange(check.Errors.Select(e => e.Field.EndsWith(".When", StringComparison.Ordinal) ? e with { Field = $"Rows[{i}].Value" } : e));
            there += reading.State == FigureRowState.There ? 1 : 0;
            if (reading.State == FigureRowState.New)
            {
                entered++;
                var position = source.Points.Count == 0 ? 0 : source.Points.Max(p => p.Position) + 1;
                database.Add(FigureWriter.New(terms, cells, reading, position, hand, source.Points.Select(p => p.Id).ToHashSet()));
            }
        }

        if (errors.Count > 0)
        {
            return new Invalid(errors);
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/figures?period={Uri.EscapeDataString(command.Period!)}", Notice(entered, there));
    }

    private static string Notice(int entered, int there) => (entered, there) switch
    {
        (0, 0) => "There are no changes to save",
        (0, _) => "These figures were already there",
        (1, _) => "1 figure added",
        _ => $"{entered} figures added",
    };
}
