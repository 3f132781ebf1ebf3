using System.Globalization;
using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>The form for the next quarter, filled in as it will most likely be.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record GetNextPeriod : IQuery<NextPeriod>;

public sealed record NextPeriod(IReadOnlyList<SelectListItem> Plans, OpenPeriod Form);

/// <summary>Opens a quarter for updates. Two can run at once, so their days may overlap.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed class OpenPeriod : ICommand<PeriodOpened>
{
    public const int EarliestYear = 2000;
    public const int LatestYear = 2100;

    public Guid Id { get; set; }
    public Guid? PlanId { get; set; }
    public string? Title { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? OpensOn { get; set; }
    public string? DueOn { get; set; }
    public string? MeetingOn { get; set; }

    /// <summary>A day as people write it; null where there is none that exists.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(
            text, ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
        && day.Year is >= EarliestYear and <= LatestYear ? day : null;
}

public sealed record PeriodOpened(Guid Id);

internal sealed class OpenPeriodValidator : AbstractValidator<OpenPeriod>
{
    public OpenPeriodValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithMessage("Open the form again: it has lost its number");
        RuleFor(c => c.PlanId).NotNull().WithMessage("Choose the plan that it reports on");
        RuleFor(c => c.Title).NotEmpty().WithMessage("Enter what people call it, such as October to December 2020")
            .MaximumLength(ReportingPeriod.TitleMaxLength).WithMessage($"Shorten this to {ReportingPeriod.TitleMaxLength} characters or fewer");
        Day(c => c.From, "Enter the first day it covers, such as 1 October 2020");
        Day(c => c.To, "Enter the last day it covers, such as 31 December 2020");
        Day(c => c.OpensOn, "Enter the day it opens, such as 1 January 2021");
        Day(c => c.DueOn, "Enter the day updates are due, such as 30 January 2021");
        RuleFor(c => c.MeetingOn).Must(text => text is null || OpenPeriod.Day(text) is not null)
            .WithMessage("Enter the day of the meeting, such as 16 February 2021, or leave it empty");
        Order(c => c.To, c => c.From, "Enter a last day that is not before the first day");
        Order(c => c.DueOn, c => c.OpensOn, "Enter a due day that is not before the day it opens");
        Order(c => c.DueOn, c => c.From, "Enter a due day that is not before the period starts");
        Order(c => c.MeetingOn, c => c.DueOn, "Enter a meeting day that is not before updates are due");
    }

    private void Day(System.Linq.Expressions.Expression<Func<OpenPeriod, string?>> field, string message) =>
        RuleFor(field).Must(text => OpenPeriod.Day(text) is not null).WithMessage(message);

    private void Order(System.Linq.Expressions.Expression<Func<OpenPeriod, string?>> later, Func<OpenPeriod, string?> earlier, string message)
    {
        var read = later.Compile();
        RuleFor(later).Must((command, text) => OpenPeriod.Day(text) >= OpenPeriod.Day(earlier(command)))
            .When(c => OpenPeriod.Day(read(c)) is not null && OpenPeriod.Day(earlier(c)) is not null)
            .WithMessage(message);
    }
}

internal sealed class GetNextPeriodHandler(PortalDbContext database, PlanClock clock) : IRequestHandler<GetNextPeriod, NextPeriod?>
{
    private const int DaysToAnswer = 30;

    public async Task<NextPeriod?> Handle(GetNextPeriod query, CancellationToken cancellationToken)
    {
        var plans = await database.Plans.AsNoTracking().OrderBy(p => p.Title)
            .Select(p => new SelectListItem(p.Title, p.Id.ToString())).ToListAsync(cancellationToken);
        var last = await database.ReportingPeriods.AsNoTracking().OrderByDescending(p => p.To).Select(p => (DateOnly?)p.To).FirstOrDefaultAsync(cancellationToken);
        var today = clock.Today;
        var from = last?.AddDays(1) ?? new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var to = from.AddMonths(3).AddDays(-1);
        return new NextPeriod(plans, new OpenPeriod
        {
            Id = Guid.CreateVersion7(),
            PlanId = plans.Count == 1 ? Guid.Parse(plans[0].Value) : null,
            Title = Title(from, to),
            From = DayWords.Full(from),
            To = DayWords.Full(to),
            OpensOn = DayWords.Full(to.AddDays(1)),
            DueOn = DayWords.Full(to.AddDays(DaysToAnswer)),
        });
    }

    private static string Title(DateOnly from, DateOnly to) => from.Year == to.Year
        ? string.Create(CultureInfo.InvariantCulture, $"{from:MMMM} to {to:MMMM yyyy}")
        : string.Create(CultureInfo.InvariantCulture, $"{from:MMMM yyyy} to {to:MMMM yyyy}");
}

internal sealed class OpenPeriodHandler(PortalDbContext database) : IRequestHandler<OpenPeriod, Result<PeriodOpened>>
{
    public async Task<Result<PeriodOpened>> Handle(OpenPeriod command, CancellationToken cancellationToken)
    {
        if (await database.ReportingPeriods.AnyAsync(p => p.Id == command.Id, cancellationToken))
        {
            return new PeriodOpened(command.Id);
        }

        if (!await database.Plans.AnyAsync(p => p.Id == command.PlanId, cancellationToken))
        {
            return Failure.Field(nameof(OpenPeriod.PlanId), "Choose the plan that it reports on");
        }

        if (await database.ReportingPeriods.AnyAsync(p => p.PlanId == command.PlanId && p.Title == command.Title, cancellationToken))
        {
            return Failure.Field(nameof(OpenPeriod.Title), "Enter another title: this plan has a period of that name already");
        }

        database.Add(new ReportingPeriod
        {
            Id = command.Id,
            PlanId = command.PlanId!.Value,
            Title = command.Title!,
            From = OpenPeriod.Day(command.From)!.Value,
            To = OpenPeriod.Day(command.To)!.Value,
            OpensOn = OpenPeriod.Day(command.OpensOn)!.Value,
            DueOn = OpenPeriod.Day(command.DueOn)!.Value,
            MeetingOn = OpenPeriod.Day(command.MeetingOn),
        });
        await database.SaveChangesAsync(cancellationToken);
        return new PeriodOpened(command.Id);
    }
}
