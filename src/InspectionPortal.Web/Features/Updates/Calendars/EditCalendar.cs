using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>Sets or changes the reporting calendar of a plan. It changes nothing about periods that are open already.</summary>
[CanUndo]
[Requires(Permission.SubmitQuarter)]
public sealed class EditCalendar : CalendarFields, ICommand<Saved>;

internal sealed class EditCalendarValidator : AbstractValidator<EditCalendar>
{
    public EditCalendarValidator() => Include(new CalendarRules());
}

internal sealed class EditCalendarHandler(PortalDbContext database, PlanClock clock) : IRequestHandler<EditCalendar, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditCalendar command, CancellationToken cancellationToken)
    {
        if (!await database.Plans.AnyAsync(p => p.Id == command.PlanId, cancellationToken))
        {
            return new Missing();
        }

        if (new ReportingCalendarPlanner(command.WriteTo(new ReportingCalendar())).FindProblem(clock.Today) is { } found)
        {
            return Failure.Field(nameof(CalendarFields.DueDays), CalendarPreview.Say(found));
        }

        var stored = await database.ReportingCalendars.FirstOrDefaultAsync(c => c.PlanId == command.PlanId, cancellationToken);
        if (stored is null)
        {
            database.Add(command.WriteTo(new ReportingCalendar()));
        }
        else
        {
            command.WriteTo(stored);
            if (database.Check(stored, command.Version) == VersionCheck.Stale)
            {
                return new Conflict();
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved(
            "~/periods", command.IsOn ? "Reporting calendar saved" : "Reporting calendar saved. It is off: open periods by hand.");
    }
}
