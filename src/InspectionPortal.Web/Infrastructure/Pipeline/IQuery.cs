using MediatR;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>A question. Its answer is null where there is no such thing.</summary>
public interface IQuery<TAnswer> : IRequest<TAnswer?>, IMessage
    where TAnswer : class;
