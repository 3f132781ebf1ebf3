using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Adds a test of change at the end of its project's ramp.</summary>
[Requires(Permission.WriteUpdates)]
public sealed class AddTest : TestFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [BindNever]
    public Guid ProjectId { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddTestValidator : AbstractValidator<AddTest>
{
    public AddTestValidator() => Include(new TestRules<AddTest>());
}

internal sealed class AddTestHandler(PortalDbContext database, TestWriters writers) : IRequestHandler<AddTest, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddTest command, CancellationToken cancellationToken)
    {
        var project = await database.Projects.Where(p => p.Id == command.ProjectId)
            .Select(p => new { p.Id, Last = p.TestsOfChange.Max(t => (int?)t.Position) }).SingleOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return new Missing();
        }

        if (!await writers.MayAsync(project.Id, cancellationToken))
        {
            return new Denied(TestWriters.Refusal);
        }

        var saved = new Saved($"~/projects/{project.Id}#tests", "The test of change is added.");
        if (await database.TestsOfChange.AnyAsync(t => t.Id == command.Id, cancellationToken))
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
