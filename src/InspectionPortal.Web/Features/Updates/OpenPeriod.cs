using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Updates.Calendars;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Opens a quarter for updates. Two can run at once, so their days may overlap.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed class OpenPeriod : ICommand<PeriodOpened>
{
    public Guid Id { get; set; }
    public Guid? PlanId { get; set; }
    public string? Title { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? OpensOn { get; set; }
    public string? DueOn { get; set; }
    public string? MeetingOn { get; set; }
}

internal sealed class OpenPeriodValidator : AbstractValidator<OpenPeriod>
{
    public OpenPeriodValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithMessage("Something was missing from the form. Open the form again");
        RuleFor(c => c.PlanId).NotNull().WithMessage("Choose a plan");
        RuleFor(c => c.Title).NotEmpty().WithMessage("Enter a title, like October to December 2020")
            .MaxLength(ReportingPeriod.TitleMaxLength);
        Day(c => c.From, "Enter the first day of the period, like 1 October 2020");
        Day(c => c.To, "Enter the last day of the period, like 31 December 2020");
        Day(c => c.OpensOn, "Enter the date it opens, like 1 January 2021");
        Day(c => c.DueOn, "Enter the date updates are due, like 30 January 2021");
        RuleFor(c => c.MeetingOn).Must(text => text is null || TypedInput.Date(text) is not null)
            .WithMessage("Enter the date of the meeting, like 16 February 2021, or leave it empty");
        Order(c => c.To, c => c.From, "Last day must be the same as or after the first day");
        Order(c => c.DueOn, c => c.OpensOn, "Due date must be the same as or after the opening date");
        Order(c => c.DueOn, c => c.From, "Due date must be the same as or after the start of the period");
        Order(c => c.MeetingOn, c => c.DueOn, "Meeting date must be the same as or after the due date");
    }

    private void Day(System.Linq.Expressions.Expression<Func<OpenPeriod, string?>> field, string message) =>
        RuleFor(field).Must(text => TypedInput.Date(text) is not null).WithMessage(message);

    private void Order(System.Linq.Expressions.Expression<Func<OpenPeriod, string?>> later, Func<OpenPeriod, string?> earlier, string message)
    {
        var read = later.Compile();
        RuleFor(later).Must((command, text) => TypedInput.Date(text) >= TypedInput.Date(earlier(command)))
            .When(c => TypedInput.Date(read(c)) is not null && TypedInput.Date(earlier(c)) is not null)
            .WithMessage(message);
    }
}

internal sealed class OpenPeriodHandler(PortalDbContext database) : IRequestHandler<OpenPeriod, Result<PeriodOpened>>
{
    public async Task<Result<PeriodOpened>> Handle(OpenPeriod command, CancellationToken cancellationToken)
    {
        await CalendarLock.TakeAsync(database, command.PlanId, cancellationToken);
        if (await database.WasAddedAsync<ReportingPeriod>(command.Id, cancellationToken))
        {
            return new PeriodOpened(command.Id);
        }

        var plan = await database.Plans.SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null or { State: PlanState.Closed })
        {
            return Failure.Field(nameof(OpenPeriod.PlanId), plan is null ? "Choose a plan" : "Choose another plan: this one is closed");
        }

        if (await database.ReportingPeriods.AnyAsync(p => p.PlanId == command.PlanId && p.Title == command.Title, cancellationToken))
        {
            return Failure.Field(nameof(OpenPeriod.Title), "Enter a different title: this plan already has a period with this title");
        }

        database.Add(new ReportingPeriod
        {
            Id = command.Id,
            PlanId = command.PlanId!.Value,
            Title = command.Title!,
            From = TypedInput.Date(command.From)!.Value,
            To = TypedInput.Date(command.To)!.Value,
            OpensOn = TypedInput.Date(command.OpensOn)!.Value,
            DueOn = TypedInput.Date(command.DueOn)!.Value,
            MeetingOn = TypedInput.Date(command.MeetingOn),
        });
        if (plan.State == PlanState.Agreed)
        {
            plan.Become(PlanState.Active, TypedInput.Date(command.From)!.Value);
        }

        await database.SaveChangesAsync(cancellationToken);
        return new PeriodOpened(command.Id);
    }
}
