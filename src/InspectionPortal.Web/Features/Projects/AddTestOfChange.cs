using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Adds a test of change at the end of its project's ramp.</summary>
[Requires(Permission.WriteUpdates)]
public sealed class AddTestOfChange : TestOfChangeFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [BindNever]
    public Guid ProjectId { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddTestOfChangeValidator : AbstractValidator<AddTestOfChange>
{
    public AddTestOfChangeValidator() => Include(new TestRules<AddTestOfChange>());
}

internal sealed class AddTestOfChangeHandler(PortalDbContext database, TestOfChangeAccess writers) : IRequestHandler<AddTestOfChange, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddTestOfChange command, CancellationToken cancellationToken)
    {
        var project = await database.Projects.Where(p => p.Id == command.ProjectId)
            .Select(p => new { p.Id, Last = p.TestsOfChange.Max(t => (int?)t.Position) }).SingleOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return new Missing();
        }

        if (!await writers.MayAsync(project.Id, cancellationToken))
        {
            return new Denied(TestOfChangeAccess.Refusal);
        }

        var saved = new Saved($"~/projects/{project.Id}#tests", "Test of change added");
        if (await database.WasAddedAsync<TestOfChange>(command.Id, cancellationToken))
        {
            return saved;
        }

        var test = new TestOfChange { Id = command.Id, ProjectId = project.Id, Position = (project.Last ?? -1) + 1, Title = "" };
        if (await TestWriter.WriteAsync(database, test, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        database.Add(test);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
