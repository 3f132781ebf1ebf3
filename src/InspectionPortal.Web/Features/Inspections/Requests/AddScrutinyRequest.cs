using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Notifications;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Requests;

/// <summary>A link officer asks for evidence or clarification on a recommendation that they can read.</summary>
[Requires(Permission.AddScrutinyRequest)]
[LinkOfficerAsks]
public sealed class AddScrutinyRequest : ICommand<RequestAsked>
{
    [BindNever]
    public Guid RecommendationId { get; set; }

    /// <summary>Becomes the request's key, so that sending the form twice asks once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public ScrutinyRequestKind? Kind { get; set; }
    public string? Text { get; set; }
}

internal sealed class AddScrutinyRequestValidator : AbstractValidator<AddScrutinyRequest>
{
    public AddScrutinyRequestValidator()
    {
        RuleFor(c => c.Kind).Must(k => k is { } kind && Enum.IsDefined(kind)).WithMessage("Choose what you ask for");
        RuleFor(c => c.Text).Required("Enter what you would like to know or see").MaxLength(ScrutinyRequest.TextMaxLength);
    }
}

internal sealed class AddScrutinyRequestHandler(
    PortalDbContext database, CurrentSession current, PartnershipScopes scopes, TimeProvider time)
    : IRequestHandler<AddScrutinyRequest, Result<RequestAsked>>
{
    /// <summary>A body with so many requests that wait must wait, too.</summary>
    public const int MostWaiting = 20;

    public async Task<Result<RequestAsked>> Handle(AddScrutinyRequest command, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var found = await database.RecommendationsFor(access).AsNoTracking().Where(r => r.Id == command.RecommendationId)
            .Select(r => new { r.Number }).FirstOrDefaultAsync(cancellationToken);
        var grant = access.Grants.OrderByDescending(g => g.Scope).FirstOrDefault();
        if (found is null || grant is null)
        {
            return new Missing();
        }

        if (await database.ScrutinyRequests.CountAsync(r => r.BodyId == grant.BodyId && r.AnsweredAt == null,
            cancellationToken) >= MostWaiting)
        {
            return Failure.Field(nameof(command.Text),
                $"{MostWaiting} of your body’s requests wait for an answer. Ask again when some are answered");
        }

        var request = new ScrutinyRequest
        {
            Id = command.Id,
            RecommendationId = command.RecommendationId,
            BodyId = grant.BodyId,
            BodyName = grant.BodyName,
            AskedByUserId = current.RequiredPerson.UserId,
            AskedAt = time.GetUtcNow(),
            Kind = command.Kind.GetValueOrDefault(),
            Text = command.Text!,
        };
        await scopes.RunAsync(
            access.Partnership.Id, request.AskedByUserId, nameof(AddScrutinyRequest),
            services => WriteAsync(services, request, $"{access.Partnership.Vocabulary.RecommendationWord} {found.Number}",
                cancellationToken));
        return new RequestAsked($"Request about {found.Number}");
    }

    /// <summary>In the partnership's own scope and transaction: the one in which the officer reads can write nothing.</summary>
    private static Task<bool> WriteAsync(IServiceProvider services, ScrutinyRequest request, string about,
        CancellationToken cancellationToken) =>
        services.GetRequiredService<UnitOfWork>().RunAsync(
            async token =>
            {
                var written = services.GetRequiredService<PortalDbContext>();
                if (await written.WasAddedAsync<ScrutinyRequest>(request.Id, token))
                {
                    return false;
                }

                written.Add(request);
                var leads = await written.Memberships.Where(m => m.Role == PartnershipRole.PartnershipLead && !m.User!.IsDisabled)
                    .Select(m => m.UserId).ToListAsync(token);
                services.GetRequiredService<Notifier>().Tell(
                    leads, NotificationKind.RequestFromScrutiny, $"{request.BodyName} asked about {about}.",
                    $"/recommendations/{request.RecommendationId}#requests");
                await written.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);
}
