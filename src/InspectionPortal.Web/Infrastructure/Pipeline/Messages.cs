using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using MediatR;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>A question. Its answer is null where there is no such thing.</summary>
public interface IQuery<TAnswer> : IRequest<TAnswer?>, IMessage
    where TAnswer : class;

/// <summary>A change. It does all of it or none, and says what was wrong by name.</summary>
public interface ICommand<TAnswer> : IRequest<Result<TAnswer>>, IMessage;

/// <summary>Anything that goes through the pipeline.</summary>
public interface IMessage;

/// <summary>What someone must be allowed to do for the message to run. A message without it cannot run.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>Opens a query to link officers whose grant reaches at least that far. A command can never carry it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LinkOfficerMayAttribute(GrantScope scope) : Attribute
{
    public GrantScope Scope { get; } = scope;
}

/// <summary>
/// Marks an account command (sign out, own password, own last visit): the only commands a link officer can run.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AccountCommandAttribute : Attribute;

/// <summary>What a link officer's query read, in words for the access log; implemented by answers.</summary>
public interface IReadByLinkOfficers
{
    /// <summary>Such as "Report: July to September 2020".</summary>
    string WhatWasRead { get; }
}
